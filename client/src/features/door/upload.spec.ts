import type { ScanFact, ScanReply, ScanUpload } from '@openday/shared/check-in';
import Taro from '@tarojs/taro';
import { api } from '@/lib/api';
import { ApiError, offline } from '@/lib/api-error';
import { keptList } from '@/lib/kept-lists';
import { currentTokens, setTokens } from '@/lib/tokens';
import { anEntry, aPack, keepPack, newDoor, SESSION } from '../../../test/support/door';
import { useDoorState } from './door-state';
import { isWaiting, type NewFact, openJournal, recordsOf, retryRejected, waitingFacts } from './journal';
import { record } from './recording';
import { syncNow } from './sync';

jest.mock('@/lib/api', () => jest.requireActual('../../../test/support/api'));

/** The server: remembers what it stored, and refuses what a spec tells it to. */
const stored = new Map<string, ScanFact>();
let poison = (_: ScanFact) => false;
let trouble: (() => void) | null = null;
let uploads = 0;

const walkIn: NewFact = { kind: 'walkIn', seats: 1, shown: 'none' };
const tokens = {
  accessToken: 'a',
  refreshToken: 'b',
  account: { id: '1', role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null },
} as const;

beforeEach(async () => {
  await newDoor();
  stored.clear();
  poison = () => false;
  trouble = null;
  uploads = 0;
  setTokens(tokens);
  jest.mocked(api).mockImplementation(async (route: string, options?: object) => {
    if (route !== 'POST /check-in/scans') throw offline();
    uploads += 1;
    const reply = answer(bodyOf(options));
    trouble?.();
    return reply as never;
  });
});

const waiting = () => recordsOf(SESSION).filter(isWaiting).length;
const recordMany = (n: number) => Promise.all(Array.from({ length: n }, () => record(SESSION, walkIn)));
const settled = async () => {
  await syncNow();
  await syncNow();
};

test('A21 each fact is in the storage when it is recorded: killed after any of them, none is lost', async () => {
  trouble = () => {
    throw offline();
  };
  for (let n = 1; n <= 120; n++) {
    await record(SESSION, walkIn);
    await openJournal();
    expect(recordsOf(SESSION).map(({ fact }) => fact.seq)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
  }
  const ids = recordsOf(SESSION).map(({ fact }) => fact.id);
  expect(new Set(ids).size).toBe(120);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9_-]{8,40}$/);
});

test('A22 the upload’s answer lost: uploading again adds none, and the queue empties', async () => {
  trouble = () => {
    throw offline();
  };
  await recordMany(5);
  await settled();
  expect(waiting()).toBe(5);
  expect(useDoorState.getState().link).toBe('offline');
  trouble = null;
  await settled();
  expect(stored.size).toBe(5);
  expect(waiting()).toBe(0);
});

test('more than one batch goes out in the order recorded', async () => {
  await recordMany(230);
  await settled();
  expect([...stored.values()].map(({ seq }) => seq)).toEqual(Array.from({ length: 230 }, (_, i) => i + 1));
  expect(waiting()).toBe(0);
});

test('A23 a poisonous item in mid-queue: the others sync, and it is set aside with its reason', async () => {
  poison = ({ seq }) => seq === 3;
  await recordMany(6);
  await settled();
  expect(stored.size).toBe(5);
  expect(recordsOf(SESSION).map(({ rejected }) => rejected)).toEqual([
    undefined,
    undefined,
    'malformed',
    undefined,
    undefined,
    undefined,
  ]);
  poison = () => false;
  await retryRejected(SESSION);
  await settled();
  expect(stored.size).toBe(6);
});

test('A23 a batch refused as a whole: the one to blame is found, the others sync', async () => {
  await recordMany(9);
  await settled();
  const bad = 14;
  jest.mocked(api).mockImplementation(async (_: string, options?: object) => {
    const body = bodyOf(options);
    if (body.scans.some(({ seq }) => seq === bad)) throw new ApiError('BAD_REQUEST', '填写的内容有问题', 400);
    return answer(body) as never;
  });
  await recordMany(11);
  await settled();
  expect(stored.size).toBe(19);
  expect(recordsOf(SESSION).find(({ rejected }) => rejected)?.fact.seq).toBe(bad);
});

test('an item the server did not name stays to be uploaded', async () => {
  jest.mocked(api).mockImplementation(async (_: string, options?: object) => {
    const body = bodyOf(options);
    const reply = answer(body);
    if (uploads++ > 0) return reply as never;
    return { ...reply, items: reply.items.slice(1) } as never;
  });
  await recordMany(3);
  await settled();
  expect(stored.size).toBe(3);
  expect(waiting()).toBe(0);
});

test('A23 an item the server never names is set aside in the end, and is not asked about for ever', async () => {
  jest.mocked(api).mockImplementation(async (_: string, options?: object) => {
    if (uploads++ > 20) throw new ApiError('BUSY', '服务器忙', 503);
    const reply = answer(bodyOf(options));
    return { ...reply, items: reply.items.filter(({ id }) => stored.get(id)?.seq !== 2) } as never;
  });
  await recordMany(3);
  await settled();
  expect(recordsOf(SESSION).map(({ rejected }) => rejected)).toEqual([undefined, 'malformed', undefined]);
  expect(uploads).toBeLessThan(5);
  expect(waiting()).toBe(0);
});

test('A24 the token expires: the queue survives signing in again', async () => {
  trouble = () => {
    throw new ApiError('TOKEN_EXPIRED', '登录过期了，请重新登录。', 401);
  };
  stored.clear();
  await recordMany(4);
  await settled();
  expect(useDoorState.getState().link).toBe('signedOut');
  expect(currentTokens()).toBeNull();
  expect(waiting()).toBe(4);
  trouble = null;
  setTokens(tokens);
  await settled();
  expect(waiting()).toBe(0);
  expect(stored.size).toBe(4);
});

test('A25 storage full: nothing is recorded, the stop is seen, and room comes with the upload', async () => {
  await keepPack(aPack([anEntry()]));
  trouble = () => {
    throw offline();
  };
  await recordMany(2);
  await settled();
  const original = Taro.setStorageSync;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Taro.setStorageSync = () => {
    throw new Error('exceeded the quota');
  };
  expect(await record(SESSION, walkIn)).toBeNull();
  expect(useDoorState.getState().full).toBe(true);
  expect(recordsOf(SESSION)).toHaveLength(2);
  Taro.setStorageSync = original;
  expect(said).toHaveBeenCalled();
  said.mockRestore();
  trouble = null;
  await settled();
  expect(useDoorState.getState().full).toBe(false);
  expect((await record(SESSION, walkIn))?.seq).toBe(3);
});

test('the list leaves the phone when its end is acknowledged, not before', async () => {
  await keepPack(aPack([anEntry()]));
  trouble = () => {
    throw offline();
  };
  await record(SESSION, { kind: 'end', seats: 0, shown: 'none' });
  await settled();
  expect(keptList(SESSION)).not.toBeNull();
  trouble = null;
  await settled();
  expect(keptList(SESSION)).toBeNull();
});

test('facts of another session go out too', async () => {
  await record('7000000000000000009', walkIn);
  await record(SESSION, walkIn);
  await settled();
  expect(stored.size).toBe(2);
  expect(waitingFacts(10)).toEqual([]);
});

function bodyOf(options: object = {}): ScanUpload {
  return (options as { body: ScanUpload }).body;
}

function answer({ scans }: ScanUpload): ScanReply {
  const items = scans.map((fact): ScanReply['items'][number] => {
    if (poison(fact)) return { id: fact.id, result: 'rejected', reason: 'malformed' };
    const known = stored.has(fact.id);
    stored.set(fact.id, fact);
    return { id: fact.id, result: known ? 'already' : 'stored', reason: null };
  });
  return { items, now: new Date().toISOString() };
}
