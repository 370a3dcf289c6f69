import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import type { Config } from '../config';
import { AccessTokens } from './access-token';

const jwtSecret = 'a secret of more than thirty-two letters';
const tokens = new AccessTokens({ jwtSecret } as Config);
const caller = { id: '1234567890123456789', role: 'resident' as const, organizerId: null, path: null };
const coded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const signed = (header: object, claims: object) => {
  const text = `${coded(header)}.${coded(claims)}`;
  return `${text}.${createHmac('sha256', jwtSecret).update(text).digest('base64url')}`;
};
const HS256 = { alg: 'HS256', typ: 'JWT' };
const claims = { sub: caller.id, role: 'resident', org: null, path: null, exp: Date.now() / 1000 + 3600 };

test('a token says who was signed in', () => {
  expect(tokens.verify(tokens.sign(caller))).toEqual(caller);
  expect(tokens.verify(signed(HS256, claims))).toEqual(caller);
});

test.each([
  ['expired', signed(HS256, { ...claims, exp: Date.now() / 1000 - 1 })],
  ['without an end', signed(HS256, { ...claims, exp: undefined })],
  ['of another algorithm', signed({ alg: 'none', typ: 'JWT' }, claims)],
  ['unsigned', `${coded({ alg: 'none', typ: 'JWT' })}.${coded(claims)}.`],
  ['without a signature', tokens.sign(caller).replace(/[^.]*$/, '')],
  ['of another secret', new AccessTokens({ jwtSecret: `${jwtSecret}!` } as Config).sign(caller)],
  ['of more parts', `${tokens.sign(caller)}.x`],
  ['no token at all', 'x'],
])('a token %s is refused', (_, token) => {
  expect(() => tokens.verify(token)).toThrow('TOKEN_EXPIRED');
});

test('one altered letter anywhere in a token is refused', () => {
  const token = tokens.sign(caller);
  const last = token.length - 1;
  for (let at = 0; at < last; at++) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(() => tokens.verify(token.slice(0, at) + other + token.slice(at + 1))).toThrow('TOKEN_EXPIRED');
  }
});
