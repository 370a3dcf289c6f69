import Taro from '@tarojs/taro';
import { anEntry, aPack, keepPack, SESSION, VOLUNTEER } from '../../test/support/door';
import { api } from './api';
import { signInDemo, signOut } from './auth';
import { forgetOldLists, keptList, keptListIds, openLists, placeFor, readListsAgain } from './kept-lists';
import { eraseOldLists } from './list-erasure';
import { setTokens } from './tokens';

jest.mock('./api', () => ({ api: jest.fn() }));

const DAY = 86_400_000;
const KB = 1024;
const account = {
  id: VOLUNTEER,
  role: 'staff',
  name: '志愿者',
  phoneLast4: null,
  over60: false,
  organizer: null,
} as const;
const tokens = { accessToken: 'a', refreshToken: 'b', account };
const people = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    anEntry({ registrationId: String(7_000_000_000_000_000_100n + BigInt(i)), name: i % 9 ? '欧*明' : '𠮷*芳' }),
  );
const onPhone = () => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith('door.'));

beforeAll(async () => {
  Taro.setStorageSync('door.pack.7000000000000000001', { pack: aPack(people(1)) });
  await openLists();
});
beforeEach(() => {
  Taro.clearStorageSync();
  setTokens(tokens);
  jest.mocked(api).mockResolvedValue({ ok: true } as never);
});

test('a list that an earlier version kept as plain text leaves at the first start', () => {
  expect(Taro.getStorageInfoSync().keys).not.toContain('door.pack.7000000000000000001');
});

test('a list is kept encrypted only, and comes back as it was', async () => {
  const pack = aPack(people(3));
  await keepPack(pack, 7);
  for (const key of onPhone()) {
    expect(Taro.getStorageSync(key)).toBe('');
    await expect(Taro.getStorage({ key })).rejects.toThrow('data not found');
  }
  await readListsAgain();
  expect(keptList(SESSION)).toMatchObject({ pack, upTo: 7, by: VOLUNTEER });
});

test('5,000 registrations fit: no key above WeChat’s 0.7 MB, rare characters whole', async () => {
  const pack = aPack(people(5000));
  await keepPack(pack);
  const sizes = await Promise.all(onPhone().map(sealedBytes));
  process.stdout.write(`5,000 registrations: ${sizes.length} keys, ${sizes.map((b) => Math.round(b / KB))} kB\n`);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(700 * KB);
  expect(sizes.reduce((sum, size) => sum + size) * 1.4).toBeLessThanOrEqual(KB * KB);
  await readListsAgain();
  expect(keptList(SESSION)?.pack).toEqual(pack);
});

test('killed or full in mid-write, the list of before is there, and the half one leaves', async () => {
  await keepPack(aPack(people(2)));
  const original = Taro.setStorage;
  let writes = 0;
  Taro.setStorage = async (options: Parameters<typeof original>[0]) => {
    writes += 1;
    if (writes > 1) throw new Error('setStorage:fail exceed storage max size 10Mb');
    return original(options);
  };
  await expect(keepPack(aPack(people(5000)))).rejects.toThrow('exceed');
  Taro.setStorage = original;
  expect(keptList(SESSION)?.pack.roster).toHaveLength(2);
  // As a kill leaves it: one piece of several.
  await original({ key: `door.list.${SESSION}.${Date.now() + DAY}.9.0.3`, data: '{"half', encrypt: true } as Parameters<
    typeof original
  >[0]);
  await readListsAgain();
  expect(keptList(SESSION)?.pack.roster).toHaveLength(2);
  expect(onPhone()).toHaveLength(1);
});

test('a phone without room opens its lists all the same: a start writes nothing that stands there already', async () => {
  await jest.isolateModulesAsync(async () => {
    const { default: phone } = await import('@tarojs/taro');
    const { keepPack: keep } = await import('../../test/support/door');
    const started = await import('./kept-lists');
    await keep(aPack(people(2)));
    phone.setStorageSync = () => {
      throw new Error('setStorage:fail exceed storage max size 10Mb');
    };
    await started.openLists();
    expect(started.keptListIds()).toEqual([SESSION]);
  });
});

test('signing out erases every list, also one that is on its way', async () => {
  await keepPack(aPack(people(2)));
  const keep = placeFor('7000000000000000002');
  await signOut();
  await keep({ pack: aPack(people(2)), upTo: 0, by: VOLUNTEER, savedAt: new Date().toISOString(), offsetMs: 0 });
  expect(keptListIds()).toEqual([]);
  expect(onPhone()).toEqual([]);
});

test('who signs in on the same phone gets no list that another was given; the same person keeps theirs', async () => {
  await keepPack(aPack(people(2)));
  setTokens(null);
  jest.mocked(api).mockResolvedValue(tokens as never);
  await signInDemo('staff');
  expect(keptListIds()).toEqual([SESSION]);
  jest.mocked(api).mockResolvedValue({ ...tokens, account: { ...account, id: '2' } } as never);
  await signInDemo('staff');
  expect(keptListIds()).toEqual([]);
  expect(onPhone()).toEqual([]);
});

test('a day after the session its list leaves, and not an hour before', async () => {
  const over = (ms: number) => {
    const { session, ...pack } = aPack(people(1));
    return { ...pack, session: { ...session, endsAt: new Date(Date.now() - ms).toISOString() } };
  };
  await keepPack(over(DAY - 3_600_000));
  await forgetOldLists();
  expect(keptListIds()).toEqual([SESSION]);
  await keepPack(over(DAY + 1000));
  await forgetOldLists();
  expect(keptListIds()).toEqual([]);
  expect(onPhone()).toEqual([]);
});

test('it leaves at the next start of the app, without being read, also where the door’s pages stay closed', async () => {
  const { session, ...pack } = aPack(people(1));
  await keepPack({ ...pack, session: { ...session, id: '7000000000000000002' } });
  const endsAt = new Date(Date.now() - DAY - 1000).toISOString();
  await keepPack({ ...pack, session: { ...session, endsAt } });
  eraseOldLists();
  expect(onPhone()).toEqual([expect.stringContaining('door.list.7000000000000000002.')]);
});

test('a WeChat that does not encrypt yet is known', async () => {
  const { canSeal } = await import('@/platform/sealed-storage');
  const versions = ['2.21.2', '2.9.5', '2.21.3', '3.0.0'];
  const original = Taro.getAppBaseInfo;
  const answers = versions.map((SDKVersion) => {
    Taro.getAppBaseInfo = () => ({ ...original(), SDKVersion });
    return canSeal();
  });
  Taro.getAppBaseInfo = original;
  expect(answers).toEqual([false, false, true, true]);
});

async function sealedBytes(key: string): Promise<number> {
  const options = { key, encrypt: true };
  return Buffer.byteLength(JSON.stringify((await Taro.getStorage<string>(options)).data));
}
