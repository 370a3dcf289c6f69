import { apiIfChanged } from '@/lib/api';
import { setTokens } from '@/lib/tokens';
import { newDoor, SESSION, someCounts } from '../../../test/support/door';
import { useDoorState } from './door-state';
import { syncNow, watchDoor } from './sync';

jest.mock('@/lib/api', () => ({ api: jest.fn(), apiIfChanged: jest.fn() }));

const account = { id: '1', role: 'staff', name: '志愿者', phoneLast4: null, over60: false, organizer: null } as const;

beforeEach(async () => {
  await newDoor();
  setTokens({ accessToken: 'a', refreshToken: 'b', account });
});

/** A round that began before is let finish first. */
const settled = async () => {
  await syncNow();
  await syncNow();
};

test('counts that did not change are asked for by their tag and kept', async () => {
  const counts = someCounts({ checkedIn: 7 });
  const asked: (string | null)[] = [];
  jest.mocked(apiIfChanged).mockImplementation(async (_: string, etag: string | null) => {
    asked.push(etag);
    return (etag === '"1"' ? null : { reply: counts, etag: '"1"' }) as never;
  });
  const stop = watchDoor(SESSION);
  await settled();
  const first = useDoorState.getState().counts[SESSION];
  await settled();
  stop();
  expect(asked).toEqual([null, '"1"', '"1"', '"1"']);
  expect(first).toEqual({ counts, etag: '"1"', upTo: 0 });
  expect(useDoorState.getState().counts[SESSION]).toBe(first);
});
