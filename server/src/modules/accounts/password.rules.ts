import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
const COST = { N: 32768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** `scrypt$salt$hash`, base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFKC'), salt, 32, COST);
  return `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** False for any hash it did not make. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  if (kind !== 'scrypt' || expected.length !== 32) return false;
  const given = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, COST);
  return timingSafeEqual(given, expected);
}
