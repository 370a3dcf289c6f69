import type { DoorCounts, DoorPack, RosterEntry, ScanFact } from '@openday/shared/check-in';
import { counterAt, registrationCode, registrationKey } from '@openday/shared/check-in-code';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { openDevice } from '@/features/door/device';
import { useDoorState } from '@/features/door/door-state';
import { openJournal } from '@/features/door/journal';
import { placeFor } from '@/lib/kept-lists';
import { eraseLists } from '@/lib/list-erasure';

const MINUTE_MS = 60_000;
const sessionKey = Uint8Array.from({ length: 32 }, (_, i) => i * 3);

export const SESSION = '7000000000000000001';
export const VOLUNTEER = '1';

export function anEntry(change: Partial<RosterEntry> = {}): RosterEntry {
  return {
    registrationId: '7000000000000000101',
    name: '刘*芳',
    initials: 'lxf',
    last4: '0417',
    seats: 3,
    quota: '居民',
    status: 'confirmed',
    arrived: 0,
    arrivedAt: null,
    arrivedAtDoor: null,
    ...change,
  };
}

/** A session that began six minutes ago; 52 registered of 60. */
export function aPack(roster: RosterEntry[], change: Partial<DoorPack> = {}): DoorPack {
  const starts = Date.now() - 6 * MINUTE_MS;
  return {
    session: {
      id: SESSION,
      theme: '电动自行车充电安全开放日',
      organizer: '东湖消防救援站',
      venue: '东湖消防救援站',
      startsAt: new Date(starts).toISOString(),
      endsAt: new Date(starts + 90 * MINUTE_MS).toISOString(),
      registered: roster.reduce((sum, { seats }) => sum + seats, 0),
      capacity: 60,
    },
    keys: [{ id: 1, key: Buffer.from(sessionKey).toString('base64') }],
    partial: false,
    cursor: '',
    roster,
    walkIns: 0,
    handCount: null,
    others: [],
    now: new Date().toISOString(),
    ...change,
  };
}

/** A phone on which nothing is kept, with the door's storage open. */
export async function newDoor(): Promise<void> {
  Taro.clearStorageSync();
  await eraseLists();
  await openDevice();
  await openJournal();
  useDoorState.setState({ ready: true, full: false, link: 'online', counts: {}, revoked: {} });
}

/** Stores the list as a device would have it. */
export async function keepPack(pack: DoorPack, upTo = 0, by: Id = VOLUNTEER): Promise<void> {
  await placeFor(pack.session.id)({ pack, upTo, by, savedAt: pack.now, offsetMs: 0 });
}

/** What the resident's phone shows, so many minutes off the door's clock. */
export function codeOf(registrationId: Id, seats: number, minutes = 0): string {
  const counter = counterAt(Date.now() + minutes * MINUTE_MS);
  const fields = { keyId: 1, sessionId: SESSION, registrationId, kind: 'live', seats, counter } as const;
  return registrationCode(fields, registrationKey(sessionKey, registrationId));
}

export function someCounts(change: Partial<DoorCounts> = {}): DoorCounts {
  return {
    sessionId: SESSION,
    registered: 52,
    checkedIn: 0,
    walkIns: 0,
    missing: 52,
    handCount: null,
    conflicts: [],
    flagged: 0,
    corrections: [],
    devices: [],
    final: false,
    finalAt: null,
    late: 0,
    ...change,
  };
}

export function aFact(change: Partial<ScanFact> = {}): ScanFact {
  return {
    id: 'device-0001',
    seq: 1,
    sessionId: SESSION,
    kind: 'walkIn',
    seats: 1,
    at: new Date().toISOString(),
    clockOffsetMs: 0,
    shown: 'none',
    ...change,
  };
}
