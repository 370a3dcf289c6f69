import * as fc from 'fast-check';
import { fromBase45, toBase45 } from './base45';
import type { DoorPack, RosterEntry } from './check-in';
import { type CodeFields, counterAt, registrationCode, registrationKey } from './check-in-code';
import { judge, type LocalArrival, type Verdict } from './door-verdict';

const MINUTE = 60_000;
const now = Date.parse('2026-09-11T01:36:00.000Z');
const sessionKey = Uint8Array.from({ length: 32 }, (_, i) => i * 5 + 1);
const otherKey = Uint8Array.from({ length: 32 }, (_, i) => i);
const here = '1234567890123456789';
const elsewhere = '1234567890123456790';
const party = '1234567890123456001';

const entry: RosterEntry = {
  registrationId: party,
  name: '刘*芳',
  initials: 'lf',
  last4: '0417',
  seats: 3,
  quota: '居民',
  status: 'confirmed',
  arrived: 0,
  arrivedAt: null,
  arrivedAtDoor: null,
};
const pack: DoorPack = {
  session: {
    id: here,
    theme: '充电安全开放日',
    organizer: '东湖消防救援站',
    venue: '东湖消防救援站',
    startsAt: '2026-09-11T01:30:00.000Z',
    endsAt: '2026-09-11T03:00:00.000Z',
    registered: 52,
    capacity: 60,
  },
  keys: [{ id: 1, key: Buffer.from(sessionKey).toString('base64') }],
  partial: false,
  cursor: '',
  roster: [entry],
  walkIns: 0,
  handCount: null,
  others: [{ id: elsewhere, theme: '居民议事日', startsAt: '2026-09-11T06:30:00.000Z', venue: '槐树社区' }],
  now: '2026-09-11T01:00:00.000Z',
};

function code(over: Partial<CodeFields> = {}, key = sessionKey): string {
  const fields: CodeFields = {
    keyId: 1,
    sessionId: here,
    registrationId: party,
    kind: 'live',
    seats: 3,
    counter: counterAt(now),
    ...over,
  };
  return registrationCode(fields, registrationKey(key, fields.registrationId));
}

const listed = (over: Partial<RosterEntry>): DoorPack => ({ ...pack, roster: [{ ...entry, ...over }] });
const local = (arrival: LocalArrival) => new Map([[party, arrival]]);
const at = (ms: number) => ({ counter: counterAt(now + ms) });

const table: [title: string, verdict: () => Verdict, expected: Partial<Verdict>][] = [
  ['a good code: come in, all three', () => judge(code(), pack, new Map(), now), go({ seatsLeft: 3, party: 3 })],
  ['one minute old is still fresh', () => judge(code(at(-MINUTE)), pack, new Map(), now), go({})],
  ['one minute ahead is still fresh', () => judge(code(at(MINUTE)), pack, new Map(), now), go({})],
  [
    'A18 a three-minute-old screenshot: admitted and flagged',
    () => judge(code(at(-3 * MINUTE)), pack, new Map(), now),
    look('old', { seatsLeft: 3, ageMs: 3 * MINUTE }),
  ],
  [
    'A19 a phone ten minutes ahead: admitted and flagged',
    () => judge(code(at(10 * MINUTE)), pack, new Map(), now),
    look('old', { seatsLeft: 3, ageMs: -10 * MINUTE }),
  ],
  [
    'A19 a door ten minutes behind: admitted and flagged, nobody lost',
    () => judge(code(), pack, new Map(), now - 10 * MINUTE),
    look('old', { seatsLeft: 3 }),
  ],
  [
    'a printed slip is not judged by its age',
    () => judge(code({ kind: 'printed', counter: 0 }), pack, new Map(), now),
    { shown: 'go', case: 'printed', seatsLeft: 3 },
  ],
  [
    'a party that changed its size is on the list: admit and flag',
    () => judge(code(), listed({ seats: 2 }), new Map(), now),
    look('changed', { party: 3, seatsLeft: 3 }),
  ],
  [
    'registered after the list was stored: admit and flag',
    () => judge(code(), { ...pack, roster: [] }, new Map(), now),
    look('notListed', { entry: null, registrationId: party, party: 3, seatsLeft: 3 }),
  ],
  [
    'promoted after the list was stored: admit and flag',
    () => judge(code(), listed({ status: 'waitlisted' }), new Map(), now),
    look('waiting', { seatsLeft: 3 }),
  ],
  [
    'one of three came before: two are left',
    () => judge(code(), listed({ arrived: 1, arrivedAt: '2026-09-11T01:31:00.000Z' }), new Map(), now),
    go({ arrived: 1, seatsLeft: 2 }),
  ],
  [
    'what the server knows and what this device added make one sum',
    () => judge(code(), listed({ arrived: 1 }), local({ seats: 1, first: '2026-09-11T01:32:00.000Z' }), now),
    go({ arrived: 2, seatsLeft: 1 }),
  ],
  [
    'all in: shown with when',
    () => judge(code(), pack, local({ seats: 3, first: '2026-09-11T01:31:00.000Z' }), now),
    look('again', { seatsLeft: 0, arrivedAt: '2026-09-11T01:31:00.000Z' }),
  ],
  [
    'undone here after the server knew it: not in again',
    () => judge(code(), listed({ arrived: 3 }), local({ seats: -3, first: null }), now),
    go({ arrived: 0, seatsLeft: 3, arrivedAt: null }),
  ],
  [
    'another session of the unit that day: which one',
    () => judge(code({ sessionId: elsewhere }), pack, new Map(), now),
    look('otherSession', { other: pack.others[0]!, registrationId: null }),
  ],
  [
    'another day: said so, not refused',
    () => judge(code(at(-20 * 60 * MINUTE)), pack, new Map(), now - 20 * 60 * MINUTE),
    look('notYetOpen', { seatsLeft: 3 }),
  ],
  ['the evening before the start at half past nine is another day', () => early(13), look('notYetOpen', {})],
  ['A17 cancelled', () => judge(code(), listed({ status: 'cancelled' }), new Map(), now), stop('cancelled')],
  ['A17 expired', () => judge(code(), listed({ status: 'expired' }), new Map(), now), stop('expired')],
  ['A17 declined', () => judge(code(), listed({ status: 'declined' }), new Map(), now), stop('declined')],
  [
    'A17 wrong event',
    () => judge(code({ sessionId: '1111111111111111111' }), pack, new Map(), now),
    stop('wrongEvent'),
  ],
  ['A17 unknown key', () => judge(code({ keyId: 2 }), pack, new Map(), now), stop('unknownKey')],
  ['A17 signed by another key', () => judge(code({}, otherKey), pack, new Map(), now), stop('altered')],
  ['A17 not a code of ours', () => judge('https://example.cn/x', pack, new Map(), now), stop('unknown')],
  [
    'an old counter is never "expired": only the registration is',
    () => judge(code({ counter: 1 }), pack, new Map(), now),
    look('old', {}),
  ],
];

test.each(table)('%s', (_, verdict, expected) => {
  expect(verdict()).toMatchObject(expected);
});

test('A16 one altered bit lets nobody in, in 10,000 cases, no two alike', () => {
  const bits = 39 * 8;
  const admitted: number[] = [];
  const reasons = new Set<string>();
  for (let i = 0; i < 10_000; i++) {
    // Every bit in turn, each time round of another code.
    const bytes = fromBase45(code({ counter: counterAt(now) - Math.floor(i / bits) }))!;
    const bit = i % bits;
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    const verdict = judge(toBase45(bytes), pack, new Map(), now);
    if (verdict.registrationId !== null || verdict.shown === 'go') admitted.push(i);
    reasons.add(verdict.case);
  }
  expect(admitted).toEqual([]);
  expect([...reasons].sort()).toEqual(['altered', 'unknown', 'unknownKey', 'wrongEvent']);
});

test('A16 any text at all is answered', () => {
  fc.assert(fc.property(fc.string(), (text) => judge(text, pack, new Map(), now).shown === 'stop'));
});

function early(hours: number): Verdict {
  return judge(code(), pack, new Map(), now - hours * 60 * MINUTE);
}

function go(over: Partial<Verdict>): Partial<Verdict> {
  return { shown: 'go', case: 'fresh', ...over };
}

function look(which: Verdict['case'], over: Partial<Verdict>): Partial<Verdict> {
  return { shown: 'look', case: which, ...over };
}

function stop(which: Verdict['case']): Partial<Verdict> {
  return { shown: 'stop', case: which };
}
