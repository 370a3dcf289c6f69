import { api } from '@/lib/api';
import { ApiError, offline } from '@/lib/api-error';
import { keptList } from '@/lib/kept-lists';
import { setTokens } from '@/lib/tokens';
import { anEntry, aPack, keepPack, newDoor, SESSION, someCounts } from '../../../test/support/door';
import { setDoorName } from './device';
import { useDoorState } from './door-state';
import { recordsOf } from './journal';
import { fetchPack } from './packs';
import { record } from './recording';
import { syncNow, watchDoor } from './sync';

jest.mock('@/lib/api', () => jest.requireActual('../../../test/support/api'));

const account = { id: '1', role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null } as const;
const one = anEntry();
const people = [one, ...[2, 3, 4, 5].map((n) => anEntry({ registrationId: `700000000000000010${n}` }))];
const asked: Record<string, string | undefined>[] = [];
let answer = (_: Record<string, string | undefined>) => aPack(people, { cursor: 'c2' });

beforeEach(async () => {
  await newDoor();
  setTokens({ accessToken: 'a', refreshToken: 'b', account });
  asked.length = 0;
  answer = () => aPack(people, { cursor: 'c2' });
  jest.mocked(api).mockImplementation(async (_: string, options?: object) => {
    const { query } = options as { query: Record<string, string | undefined> };
    asked.push(query);
    return answer(query) as never;
  });
});

test('without a list a whole one is fetched, and the door’s name goes with it', async () => {
  setDoorName('东门');
  await fetchPack(SESSION);
  expect(asked).toMatchObject([{ name: '东门', since: undefined }]);
  expect(keptList(SESSION)).toMatchObject({ door: '东门', pack: { cursor: 'c2' } });
});

test('with a list only what changed is fetched, and put in by registration', async () => {
  await keepPack(aPack(people, { cursor: 'c1' }));
  const changed = [anEntry({ status: 'cancelled' }), anEntry({ registrationId: '7000000000000000109' })];
  answer = () => aPack(changed, { partial: true, cursor: 'c2', walkIns: 4 });
  await fetchPack(SESSION);
  expect(asked).toMatchObject([{ since: 'c1' }]);
  const { roster, walkIns, cursor, partial } = keptList(SESSION)!.pack;
  expect(roster).toHaveLength(6);
  expect(roster[0]).toMatchObject({ registrationId: one.registrationId, status: 'cancelled' });
  expect({ walkIns, cursor, partial }).toEqual({ walkIns: 4, cursor: 'c2', partial: false });
});

test('where more than half changed, or the cursor is refused, a whole list is fetched', async () => {
  await keepPack(aPack(people, { cursor: 'c1' }));
  answer = ({ since }) => aPack(people.slice(0, since ? 3 : 5), { partial: Boolean(since), cursor: 'c2' });
  await fetchPack(SESSION);
  expect(asked.map(({ since }) => since)).toEqual(['c1', undefined]);
  answer = ({ since }) => {
    if (since) throw new ApiError('BAD_REQUEST', '填写的内容有问题', 400);
    return aPack(people, { cursor: 'c3' });
  };
  await fetchPack(SESSION);
  expect(keptList(SESSION)?.pack).toMatchObject({ cursor: 'c3', roster: { length: 5 } });
});

test('taken off the door: what was recorded goes out first, the list leaves, the queue stays until acknowledged', async () => {
  await keepPack(aPack(people));
  let online = false;
  jest.mocked(api).mockImplementation(async (route: string, options?: object) => {
    if (route !== 'POST /check-in/scans') throw new ApiError('DOOR_REVOKED', '您已经不在这场的门口名单里了', 403);
    const { body } = options as { body: { scans: { id: string }[] } };
    if (!online) throw offline();
    const items = body.scans.map(({ id }) => ({ id, result: 'stored', reason: null }));
    return { items, now: new Date().toISOString() } as never;
  });
  await record(SESSION, { kind: 'walkIn', seats: 1, shown: 'none' });
  const stop = watchDoor(null);
  await syncOnce();
  expect(keptList(SESSION)).not.toBeNull();
  online = true;
  await syncOnce();
  stop();
  expect(useDoorState.getState().revoked[SESSION]).toBe(true);
  expect(keptList(SESSION)).toBeNull();
  expect(recordsOf(SESSION)).toMatchObject([{ ack: 1 }]);
});

test('a door that was renamed tells the server, also when nothing else changed', async () => {
  await keepPack(aPack([], { cursor: '' }));
  setDoorName('西门');
  jest.mocked(api).mockImplementation(async (route: string, options?: object) => {
    if (route === 'GET /check-in/sessions/:id/counts') return someCounts({ registered: 0, missing: 0 }) as never;
    asked.push((options as { query: Record<string, string | undefined> }).query);
    return aPack([]) as never;
  });
  const stop = watchDoor(SESSION);
  await syncOnce();
  stop();
  expect(asked).toMatchObject([{ name: '西门' }]);
  expect(keptList(SESSION)?.door).toBe('西门');
});

/** A round that began before is let finish first. */
async function syncOnce(): Promise<void> {
  await syncNow();
  await syncNow();
}
