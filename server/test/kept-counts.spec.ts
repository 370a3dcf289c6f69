import { randomUUID } from 'node:crypto';
import type { DoorCounts, ScanFact, ScanReply } from '@openday/shared/check-in';
import type { AttendanceReport } from '@openday/shared/reports';
import type { SessionDetail } from '@openday/shared/sessions';
import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source';
import { doorFaults } from '../src/modules/check-in/door-ledger.queries';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { SessionCount } from '../src/modules/registrations/session-count.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { shuffled } from './support/door-world';
import { aPublishedSession, register, theDistrict } from './support/factories';

/** HISTORIES=1000 for many more; what fails is printed with its seed and path, to be replayed. */
const RUNS = Number(process.env.HISTORIES ?? 5);
const PEOPLE = 5;
const START = Date.UTC(2026, 8, 11, 1);

let test_: TestApp;
let desk: Api;
let people: Api[];

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => test_.as('resident', `到场的人${i}`)));
});
afterAll(() => test_.stop());

const device = fc.nat(2);
const who = fc.nat(PEOPLE - 1);
const session = fc.nat(1);
const seats = fc.integer({ min: 1, max: 4 });
/** What a door records; `of` names an earlier or later fact of any device and session, by its place. */
const fact = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('scan' as const), device, session, who, seats }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('walkIn' as const), device, session, seats }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('count' as const), device, session, seats: fc.constantFrom(1, -1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('correction' as const), device, session, seats, ms: fc.nat(2) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), device, session, of: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), device, session }) },
);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('upload' as const), device, most: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('resize' as const), session, who, seats }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const), session, who }) },
);
const history = fc.record({
  facts: fc.array(fact, { minLength: 20, maxLength: 60 }),
  steps: fc.array(step, { minLength: 10, maxLength: 20 }),
  order: fc.integer(),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

/** The facts of the history as each device sends them, in an order of its own, a fifth of them twice. */
function uploads({ facts, order }: History, sessions: SessionDetail[], held: string[][]): ScanFact[][] {
  const ids = facts.map(() => randomUUID());
  const seqs = new Map<string, number>();
  const made = facts.map((one, i): ScanFact => {
    const sessionId = sessions[one.session]!.id;
    const line = `${one.device} ${sessionId}`;
    const seq = (seqs.get(line) ?? 0) + 1;
    seqs.set(line, seq);
    const at = START + ('ms' in one ? one.ms : i * 1000);
    return {
      ...{ id: ids[i]!, seq, sessionId, kind: one.kind, seats: 'seats' in one ? one.seats : 0 },
      // A clock that is behind says so: what counts is the true time.
      ...{ at: new Date(at - one.device * 500).toISOString(), clockOffsetMs: one.device * 500, shown: 'go' as const },
      ...('who' in one && { registrationId: held[one.session]![one.who]! }),
      ...('of' in one && { ref: ids[one.of % ids.length]! }),
      ...(one.kind === 'correction' && { reason: '照名单重数' }),
    };
  });
  return [0, 1, 2].map((own) =>
    shuffled(
      made.filter((_, i) => facts[i]!.device === own),
      order + own,
    ),
  );
}

async function aWorld(): Promise<{ sessions: SessionDetail[]; held: string[][] }> {
  const quotas = [{ name: '居民', capacity: 40 }];
  const sessions = [await aPublishedSession(desk, { quotas }), await aPublishedSession(desk, { quotas })];
  const held = [];
  for (const { id } of sessions)
    held.push(await Promise.all(people.map(async (one) => (await register(one, id, { seats: 2 })).body.id)));
  return { sessions, held };
}

async function send(own: ScanFact[], deviceId: string): Promise<void> {
  if (!own.length) return;
  const { body } = await desk.post<ScanReply>('/check-in/scans', { deviceId, scans: own });
  expect(body.items.filter(({ result }) => result === 'rejected')).toEqual([]);
}

const faults = async () => [...(await doorFaults(test_.database.read)), ...(await ledgerFaults(test_.database.read))];

test('whatever happens at doors and to parties, in any order and again: kept counters are what the facts come to', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const { sessions, held } = await aWorld();
      const waiting = uploads(one, sessions, held);
      const deviceOf = (i: number) => `door-${i}-${sessions[0]!.id}`;
      for (const step of one.steps) {
        if (step.act === 'upload') await send(waiting[step.device]!.splice(0, step.most), deviceOf(step.device));
        else if (step.act === 'cancel')
          await people[step.who]!.post(`/registrations/${held[step.session]![step.who]}/cancel`, {});
        else await people[step.who]!.patch(`/registrations/${held[step.session]![step.who]}`, { seats: step.seats });
        expect(await faults()).toEqual([]);
      }
      await Promise.all(waiting.map((own, i) => send(own, deviceOf(i))));
      expect(await faults()).toEqual([]);
      for (const { id } of sessions) await sameAsTheDoor(id);
    }),
    { numRuns: RUNS },
  );
});

/** The report and the door, which folds all facts, say the same. */
async function sameAsTheDoor(id: string): Promise<void> {
  const door = (await desk.get<DoorCounts>(`/check-in/sessions/${id}/counts`)).body;
  const { rows } = (await desk.get<AttendanceReport>('/reports/attendance?limit=500')).body;
  const { checkedIn, walkIns, handCount } = rows.find(({ sessionId }) => sessionId === id)!;
  expect([checkedIn ?? 0, walkIns ?? 0, handCount]).toEqual([door.checkedIn, door.walkIns, door.handCount]);
}

test('the ledger names a kept figure that no fact bears out', async () => {
  const { sessions, held } = await aWorld();
  const [{ id: sessionId }, registrationId] = [sessions[0]!, held[0]![0]!];
  const at = new Date(START).toISOString();
  const of = { sessionId, at, clockOffsetMs: 0, shown: 'go' as const };
  await send(
    [
      { ...of, id: randomUUID(), seq: 1, kind: 'scan', registrationId, seats: 2 },
      { ...of, id: randomUUID(), seq: 2, kind: 'count', seats: 1 },
    ],
    `door-${sessionId}`,
  );
  expect(await faults()).toEqual([]);
  const set = (sql: string) => test_.database.write((manager) => manager.query(sql));
  await set(`UPDATE session_counts SET arrived = 5, tally = 9 WHERE sessionId = '${sessionId}'`);
  await set(`UPDATE registrations SET scanned = 1 WHERE id = '${registrationId}'`);
  expect(await faults()).toEqual([
    `${sessionId}: 5 against 2 (a session's checkedIn is what its facts come to)`,
    `${sessionId}: 9 against 1 (a session's handCount is what its facts come to)`,
    `${registrationId}: 1 against 2 (the seats scanned of a party are those of its scans that stand)`,
  ]);
  await set(`UPDATE session_counts SET arrived = 2, tally = 1 WHERE sessionId = '${sessionId}'`);
  await set(`UPDATE registrations SET scanned = 2 WHERE id = '${registrationId}'`);
});

test('a database of before gets its counters from the facts it has', async () => {
  const before = await test_.database.read.find(SessionCount, { order: { sessionId: 'ASC' } });
  expect(before.length).toBeGreaterThan(4);
  const source = await new DataSource(dataSourceOptions(test_.config)).initialize();
  const last = source.migrations.findIndex(({ name }) => name?.startsWith('SessionCounts'));
  const runner = source.createQueryRunner();
  await source.migrations[last]!.down(runner);
  await source.migrations[last]!.up(runner);
  await runner.release();
  await source.destroy();
  expect(await faults()).toEqual([]);
  const after = await test_.database.read.find(SessionCount, { order: { sessionId: 'ASC' } });
  const said = (all: SessionCount[]) =>
    all.filter((one) => one.arrived || one.walkIns || one.tallies || one.correctionId);
  expect(said(after)).toEqual(said(before));
});
