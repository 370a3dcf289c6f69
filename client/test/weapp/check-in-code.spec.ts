import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CodeFields, registrationCode, STEP_MS } from '@openday/shared/check-in-code';
import type { Ticket } from '@openday/shared/registrations';
import { readDrawnCode } from './drawn-code';
import { Bundle } from './host/bundle';
import { Phone } from './host/phone';

const DAY_MS = 86_400_000;
/** Nothing listens there: the phone is without network. */
const NOWHERE = 'http://127.0.0.1:9';

interface Vector extends CodeFields {
  name: string;
  /** Base64 of 32 bytes. */
  registrationKey: string;
  code: string;
}
const file = resolve(__dirname, '../../../shared/src/check-in-code.vectors.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

const bundle = new Bundle(resolve(__dirname, '../../dist/weapp'));
const folder = mkdtempSync(join(tmpdir(), 'openday-codes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(vectors)('the mini program draws the code of the test vectors as Node makes it: $name', async (vector) => {
  const { name: _, code, registrationKey: codeKey, ...fields } = vector;
  expect(registrationCode(fields, Uint8Array.from(Buffer.from(codeKey, 'base64')))).toBe(code);

  const { keyId, sessionId, registrationId, kind, seats, counter } = fields;
  // In the middle of the half minute: the next one is not near.
  const at = kind === 'printed' ? Date.now() : (counter + 0.5) * STEP_MS;
  const ticket: Ticket = {
    ...{ keyId, sessionId, registrationId, seats, codeKey, status: 'confirmed' },
    ...{ theme: '消防站体验日', name: '上官先生', phoneLast4: '0417', companions: [] },
    venue: { name: '消防站', address: '一号路 1 号', lng: 116.0113, lat: 36.4478 },
    startsAt: new Date(at).toISOString(),
    endsAt: new Date(at + DAY_MS).toISOString(),
    now: new Date(at).toISOString(),
  };
  const storage = join(folder, `${registrationId}-${keyId}-${counter}.json`);
  const kept = { json: JSON.stringify({ [registrationId]: ticket }), encrypted: false };
  writeFileSync(storage, JSON.stringify([['tickets', kept]]));

  const options = { bundle, origin: NOWHERE, storage, clockOffMs: at - Date.now() };
  const page = kind === 'printed' ? 'slip' : 'ticket';
  const phone = Phone.launch(options, { at: `more/${page}/index?id=${registrationId}`, cut: true });
  const drawn = await phone.until('a QR code', () => {
    const [uri] = phone.attribute('src').filter((src) => src.startsWith('data:image/svg+xml'));
    return uri ? readDrawnCode(uri) : null;
  });
  phone.close();
  expect(drawn).toBe(code);
});
