import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { fromBase45, toBase45 } from './base45';
import { fromBase64 } from './base64';
import { type CodeFields, isGenuine, readCode, registrationCode, registrationKey } from './check-in-code';

const sessionKey = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const fields: CodeFields = {
  keyId: 1,
  sessionId: '1234567890123456789',
  registrationId: '9223372036854775807',
  kind: 'live',
  seats: 3,
  counter: 59_000_000,
};
const key = registrationKey(sessionKey, fields.registrationId);

test('base45 gives the examples of RFC 9285', () => {
  const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
  expect(toBase45(utf8('AB'))).toBe('BB8');
  expect(toBase45(utf8('Hello!!'))).toBe('%69 VD92EX0');
  expect(toBase45(utf8('base-45'))).toBe('UJCLQE7W581');
  expect(fromBase45('QED8WEX0')).toEqual(utf8('ietf!'));
  expect(fromBase45('FGW')).toEqual(Uint8Array.of(255, 255));
  expect(fromBase45('GGW')).toBeNull();
  expect(fromBase45('::')).toBeNull();
  expect(fromBase45('A')).toBeNull();
});

test('base64 decodes what Buffer encodes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect([...fromBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
    }),
  );
});

test('a code is 59 characters and keeps its fields', () => {
  const code = registrationCode(fields, key);
  expect(code).toHaveLength(59);
  expect(readCode(code)).toEqual(fields);
  expect(isGenuine(code, key)).toBe(true);
});

test('under every key id a code is read, also where its first character is a space that was trimmed off', () => {
  for (let keyId = 1; keyId < 256; keyId++) {
    const code = registrationCode({ ...fields, keyId }, key);
    for (const text of [code, code.trim(), ` ${code}\n`, code.toLowerCase()]) {
      expect(readCode(text)).toEqual({ ...fields, keyId });
      expect(isGenuine(text, key)).toBe(true);
    }
  }
  expect(registrationCode({ ...fields, keyId: 5 }, key)).toMatch(/^ /);
});

test('a printed slip is its own kind, the same whenever it is printed, and proven like a phone’s code', () => {
  const slip = { ...fields, kind: 'printed', seats: 127, counter: 0 } as const;
  const code = registrationCode(slip, key);
  expect(code).toHaveLength(59);
  expect(registrationCode(slip, key)).toBe(code);
  expect(readCode(code)).toEqual(slip);
  expect(isGenuine(code, key)).toBe(true);
  // A live code with its kind turned to printed would never grow old.
  const live = fromBase45(registrationCode({ ...fields, seats: 127 }, key))!;
  live[18]! |= 0x80;
  expect(readCode(toBase45(live))?.kind).toBe('printed');
  expect(isGenuine(toBase45(live), key)).toBe(false);
});

test('a code is proven by its own registration only', () => {
  const code = registrationCode(fields, key);
  expect(isGenuine(code, registrationKey(sessionKey, '1234567890123456788'))).toBe(false);
  expect(
    isGenuine(
      code,
      registrationKey(
        sessionKey.map((b) => b ^ 1),
        fields.registrationId,
      ),
    ),
  ).toBe(false);
});

/** What another implementation must make too; the weapp bundle is held to the same file. */
interface Vector extends CodeFields {
  name: string;
  /** Base64 of 32 bytes, both. */
  sessionKey: string;
  registrationKey: string;
  code: string;
}
const vectors = JSON.parse(readFileSync(join(__dirname, 'check-in-code.vectors.json'), 'utf8')) as Vector[];

test.each(vectors)(
  'as in the test vectors: $name',
  ({ name: _, sessionKey: session, registrationKey: own, ...vector }) => {
    const { code, ...wanted } = vector;
    const derived = registrationKey(fromBase64(session), wanted.registrationId);
    expect(Buffer.from(derived).toString('base64')).toBe(own);
    expect(registrationCode(wanted, derived)).toBe(code);
    expect(readCode(code)).toEqual(wanted);
    expect(isGenuine(code, derived)).toBe(true);
  },
);

test.each(vectors)(
  'Node’s own HKDF and HMAC make the test vectors too: $name',
  ({ sessionKey: session, ...vector }) => {
    const id = Buffer.alloc(8);
    id.writeBigUInt64BE(BigInt(vector.registrationId));
    const derived = Buffer.from(hkdfSync('sha256', Buffer.from(session, 'base64'), Buffer.alloc(0), id, 32));
    expect(derived.toString('base64')).toBe(vector.registrationKey);
    const bytes = fromBase45(vector.code)!;
    const mac = createHmac('sha256', derived).update(bytes.subarray(0, 23)).digest().subarray(0, 16);
    expect(Buffer.from(bytes.subarray(23))).toEqual(mac);
  },
);

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      readCode(text);
      expect(isGenuine(text, key)).toBe(false);
    }),
  );
});
