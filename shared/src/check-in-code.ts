import { HKDF } from '@stablelib/hkdf';
import { hmac } from '@stablelib/hmac';
import { SHA256 } from '@stablelib/sha256';
import { fromBase45, toBase45 } from './base45';
import type { Id } from './wire';

/**
 * The check-in code (入场码), 39 bytes: version 1, key id 1, session 8, registration 8, kind and seats 1, counter 4,
 * HMAC-SHA256 cut to 16 over all before it. The registration's key is HKDF(session key, registration), so a phone can
 * make only its own codes and a door can check all of its session's, both without network. docs/rules/check-in.md
 */
export interface CodeFields {
  keyId: number;
  sessionId: Id;
  registrationId: Id;
  /** live = from a phone, changes every 30 s; printed = a paper slip, counter 0. */
  kind: 'live' | 'printed';
  /** Party size when the code was made, 1–127. */
  seats: number;
  /** 30-second steps since 1970. */
  counter: number;
}

const VERSION = 1;
const SIGNED = 23;
const LENGTH = 39;
const CHARACTERS = 59;
export const STEP_MS = 30_000;
/** A counter this many steps off the door's clock is still fresh. */
export const FRESH_STEPS = 2;

export const counterAt = (ms: number): number => Math.floor(ms / STEP_MS);

/** The key a phone keeps for its own registration: 32 bytes from the session's 32. */
export function registrationKey(sessionKey: Uint8Array, registrationId: Id): Uint8Array {
  return new HKDF(SHA256, sessionKey, undefined, idBytes(registrationId)).expand(32);
}

/** 59 characters of base45. */
export function registrationCode(fields: CodeFields, key: Uint8Array): string {
  const bytes = new Uint8Array(LENGTH);
  bytes[0] = VERSION;
  bytes[1] = fields.keyId;
  bytes.set(idBytes(fields.sessionId), 2);
  bytes.set(idBytes(fields.registrationId), 10);
  bytes[18] = (fields.kind === 'printed' ? 0x80 : 0) | (fields.seats & 0x7f);
  new DataView(bytes.buffer).setUint32(19, fields.counter);
  bytes.set(mac(bytes, key), SIGNED);
  return toBase45(bytes);
}

/** What a code claims, unproven; null when it is not one of ours. */
export function readCode(text: string): CodeFields | null {
  const bytes = codeBytes(text);
  if (bytes?.length !== LENGTH || bytes[0] !== VERSION) return null;
  return {
    keyId: bytes[1]!,
    sessionId: idText(bytes.subarray(2, 10)),
    registrationId: idText(bytes.subarray(10, 18)),
    kind: bytes[18]! & 0x80 ? 'printed' : 'live',
    seats: bytes[18]! & 0x7f,
    counter: new DataView(bytes.buffer, bytes.byteOffset).getUint32(19),
  };
}

/** Whether we issued it. */
export function isGenuine(text: string, key: Uint8Array): boolean {
  const bytes = codeBytes(text);
  if (bytes?.length !== LENGTH) return false;
  const expected = mac(bytes, key);
  let difference = 0;
  for (let i = 0; i < expected.length; i++) difference |= expected[i]! ^ bytes[SIGNED + i]!;
  return difference === 0;
}

/** A code may begin with a space, as those under key 5 do: what scanners and people trim off is put back. */
const codeBytes = (text: string): Uint8Array | null => fromBase45(text.trim().toUpperCase().padStart(CHARACTERS, ' '));

const mac = (bytes: Uint8Array, key: Uint8Array): Uint8Array =>
  hmac(SHA256, key, bytes.subarray(0, SIGNED)).subarray(0, LENGTH - SIGNED);

/** Decimal text to 8 bytes, big-endian; without BigInt, which old phones lack. */
function idBytes(id: Id): Uint8Array {
  const bytes = new Uint8Array(8);
  for (const digit of id) {
    let carry = Number(digit);
    for (let i = 7; i >= 0; i--) {
      const n = bytes[i]! * 10 + carry;
      bytes[i] = n & 0xff;
      carry = n >> 8;
    }
  }
  return bytes;
}

function idText(bytes: Uint8Array): Id {
  const left = [...bytes];
  let text = '';
  while (left.some((b) => b > 0)) {
    let rest = 0;
    for (let i = 0; i < left.length; i++) {
      const n = rest * 256 + left[i]!;
      left[i] = Math.floor(n / 10);
      rest = n % 10;
    }
    text = rest + text;
  }
  return text.padStart(19, '0');
}
