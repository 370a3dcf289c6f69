import type { FastifyInstance } from 'fastify';
import { AccessTokens } from '../src/http/access-token';
import { startApp, type TestApp } from './support/app';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp({ ACCOUNT_LIMIT: '20', ADDRESS_LIMIT: '50', TRUST_PROXY: '10.9.0.0/16' });
});
afterAll(() => test_.stop());

const token = (n: number) =>
  test_.app
    .get(AccessTokens)
    .sign({ id: `1${String(n).padStart(18, '0')}`, role: 'resident', organizerId: null, path: null });

interface Asking {
  from: string;
  forwarded?: string;
  bearer?: string;
}

async function ask({ from, forwarded, bearer }: Asking) {
  const server = test_.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const headers = {
    ...(forwarded && { 'x-forwarded-for': forwarded }),
    ...(bearer && { authorization: `Bearer ${bearer}` }),
  };
  return server.inject({ method: 'GET', url: '/api/places', remoteAddress: from, headers });
}

const statuses = async (asking: Asking[]) => {
  const counts: Record<number, number> = {};
  for (const one of asking) {
    const { statusCode } = await ask(one);
    counts[statusCode] = (counts[statusCode] ?? 0) + 1;
  }
  return counts;
};
const times = (n: number, of: (i: number) => Asking) => Array.from({ length: n }, (_, i) => of(i));

test('A35 a thousand residents behind one address are served; one account in a hurry is not, wherever it says it is', async () => {
  const from = '203.0.113.7';
  expect(await statuses(times(2000, (i) => ({ from, bearer: token(i % 1000) })))).toEqual({ 200: 2000 });
  const hurried = token(5000);
  const moving = times(50, (i) => ({ from: `203.0.113.${i}`, forwarded: `198.51.100.${i}`, bearer: hurried }));
  expect(await statuses(moving)).toEqual({ 200: 20, 429: 30 });
  const refused = await ask({ from, bearer: hurried });
  expect(refused.json()).toMatchObject({ code: 'TOO_MANY', requestId: expect.any(String) });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('A35 who is not signed in is counted by their address, not by the one they claim, nor by tokens that are none', async () => {
  const from = '203.0.113.8';
  const claims = times(100, (i) => ({ from, forwarded: `198.51.100.${i}` }));
  expect(await statuses(claims)).toEqual({ 200: 50, 429: 50 });
  const forged = times(10, (i) => ({ from, bearer: `${token(i)}x` }));
  expect(await statuses(forged)).toEqual({ 429: 10 });
});

test('A35 the proxy that is configured is believed, and nobody who stands behind it', async () => {
  const from = '10.9.0.1';
  expect(await statuses(times(100, (i) => ({ from, forwarded: `192.0.2.${i}` })))).toEqual({ 200: 100 });
  // The proxy appends whom it saw; what stands before that is the client's own word.
  const lying = times(60, (i) => ({ from, forwarded: `198.18.0.${i}, 192.0.2.250` }));
  expect(await statuses(lying)).toEqual({ 200: 50, 429: 10 });
});
