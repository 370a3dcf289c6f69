import type { ScanFact, ScanReply, ScanUpload } from '@openday/shared/check-in';
import Taro from '@tarojs/taro';
import { api } from '@/lib/api';
import { ApiError, offline } from '@/lib/api-error';
import { signInDemo, signOut } from '@/lib/auth';
import { keptList } from '@/lib/kept-lists';
import { setTokens } from '@/lib/tokens';
import { anEntry, aPack, keepPack, newDoor, SESSION, VOLUNTEER } from '../../../test/support/door';
import { type NewFact, openJournal, recordsOf, waitingFacts } from './journal';
import { record } from './recording';
import { syncNow } from './sync';

jest.mock('@/lib/api', () => jest.requireActual('../../../test/support/api'));

const walkIn: NewFact = { kind: 'walkIn', seats: 1, shown: 'none' };
const tokensOf = (id: string) => ({
  accessToken: id,
  refreshToken: id,
  account: { id, role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null } as const,
});
/** What the server has, and whose door it is. */
const stored = new Map<string, ScanFact>();
let accepts: string[] = [];
let uploads: (() => void) | null = null;

beforeEach(async () => {
  await newDoor();
  stored.clear();
  accepts = [VOLUNTEER, '2'];
  uploads = () => {
    throw offline();
  };
  setTokens(tokensOf(VOLUNTEER));
  jest.mocked(api).mockImplementation(async (route: string, options?: object) => {
    if (route === 'POST /auth/demo') return tokensOf('2') as never;
    if (route === 'POST /auth/logout') return { ok: true } as never;
    if (route !== 'POST /check-in/scans') throw offline();
    uploads?.();
    return answer((options as { body: ScanUpload }).body) as never;
  });
  await keepPack(aPack([anEntry()]));
});

/** The phone is switched off and on: only what is stored counts. */
const restarted = async () => {
  await openJournal();
  return waitingFacts(500).map(({ seq }) => seq);
};
const settled = async () => {
  await syncNow();
  await syncNow();
};
const recordThree = async () => {
  for (let n = 0; n < 3; n++) await record(SESSION, walkIn);
};

test('the queue is erased by acknowledgement alone: not by signing out, not by the end of the session, not by age', async () => {
  await recordThree();
  await settled();
  await signOut();
  expect(keptList(SESSION)).toBeNull();
  expect(await restarted()).toEqual([1, 2, 3]);
  setTokens(tokensOf(VOLUNTEER));
  uploads = null;
  await settled();
  expect(await restarted()).toEqual([]);
  expect(stored.size).toBe(3);
});

test('A24 another person signs in on the phone: what the first recorded goes out under the first one’s name', async () => {
  await recordThree();
  uploads = () => {
    throw new ApiError('TOKEN_EXPIRED', '登录过期了，请重新登录。', 401);
  };
  await settled();
  // Signed out by the server, the door goes on for the same person.
  await record(SESSION, walkIn);
  uploads = null;
  await signInDemo('staff');
  expect(await restarted()).toEqual([1, 2, 3, 4]);
  await keepPack(aPack([anEntry()]), 0, '2');
  await record(SESSION, walkIn);
  await settled();
  expect([...stored.values()].map(({ seq, by }) => [seq, by])).toEqual([
    [1, VOLUNTEER],
    [2, VOLUNTEER],
    [3, VOLUNTEER],
    [4, VOLUNTEER],
    [5, '2'],
  ]);
  expect(await restarted()).toEqual([]);
});

test('what is not the second person’s to hand in is set aside, and goes out when the first signs in again', async () => {
  accepts = [VOLUNTEER];
  await recordThree();
  setTokens(tokensOf('2'));
  uploads = null;
  await settled();
  expect(recordsOf(SESSION).map(({ rejected }) => rejected)).toEqual(['notYours', 'notYours', 'notYours']);
  setTokens(tokensOf(VOLUNTEER));
  await settled();
  expect(stored.size).toBe(3);
  expect(await restarted()).toEqual([]);
});

test('A25 on a full phone the queue stays as it is, also while an answer cannot be noted', async () => {
  await recordThree();
  const original = Taro.setStorageSync;
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  Taro.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed storage max size 10Mb');
  };
  uploads = null;
  await settled();
  expect(await restarted()).toEqual([1, 2, 3]);
  Taro.setStorageSync = original;
  said.mockRestore();
  await settled();
  expect(await restarted()).toEqual([]);
  expect(stored.size).toBe(3);
});

function answer({ scans }: ScanUpload): ScanReply {
  const items = scans.map((fact): ScanReply['items'][number] => {
    if (!accepts.includes(uploader())) return { id: fact.id, result: 'rejected', reason: 'notYours' };
    const known = stored.has(fact.id);
    stored.set(fact.id, fact);
    return { id: fact.id, result: known ? 'already' : 'stored', reason: null };
  });
  return { items, now: new Date().toISOString() };
}

function uploader(): string {
  return (Taro.getStorageSync('tokens') as { account: { id: string } }).account.id;
}
