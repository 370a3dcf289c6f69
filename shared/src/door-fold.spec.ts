import type { DoorPack, RosterEntry } from './check-in';
import { foldPack, unfoldPack } from './door-fold';

const MB = 1024 * 1024;
/** What a mini program's sealed storage makes of it. */
const SEALED = 1.4;

/** The largest list there is room for: everybody came, long names, every field filled. */
const entry = (n: number): RosterEntry => ({
  registrationId: String(1_234_567_890_123_450_000n + BigInt(n)),
  name: ['欧阳*芳', '司*', '古**丽', '王*明', '诸葛*云'][n % 5]!,
  initials: ['oyxf', 'sm', 'glneyskdegl', 'wxm', 'zgqy'][n % 5]!,
  last4: n % 7 ? String(n % 10_000).padStart(4, '0') : null,
  seats: 1 + (n % 5),
  quota: ['居民', '企业代表', '人大代表和政协委员'][n % 3]!,
  status: n % 9 ? 'confirmed' : 'cancelled',
  arrived: n % 9 ? 1 + (n % 5) : 0,
  arrivedAt: n % 9 ? new Date(Date.UTC(2026, 8, 11, 1, 0, 0, n)).toISOString() : null,
  arrivedAtDoor: n % 9 ? ['东门', '西门', ''][n % 3]! : null,
});
const pack: DoorPack = {
  session: {
    id: '1234567890123456789',
    theme: '水厂开放日',
    organizer: '某区水务局',
    venue: '一水厂',
    startsAt: '2026-09-11T01:30:00.000Z',
    endsAt: '2026-09-11T03:00:00.000Z',
    registered: 15_000,
    capacity: null,
  },
  keys: [{ id: 1, key: 'A'.repeat(44) }],
  roster: Array.from({ length: 5000 }, (_, n) => entry(n)),
  partial: false,
  cursor: '2026-09-11T01:00:00.000Z',
  walkIns: 0,
  handCount: null,
  others: [],
  now: '2026-09-11T01:00:00.000Z',
};

test('a list of 5,000 registrations stays under 1 MB a key, sealed; as it comes it would not', () => {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) * SEALED;
  expect(bytes(pack)).toBeGreaterThan(MB);
  expect(bytes(foldPack(pack))).toBeLessThan(0.6 * MB);
});

test('what was folded is the list as it came, also through a storage that keeps text', () => {
  expect(unfoldPack(JSON.parse(JSON.stringify(foldPack(pack))))).toEqual(pack);
});
