import type { Registration as Wire } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import * as fc from 'fast-check';
import { databaseNow } from '../src/database/clock';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration } from '../src/modules/registrations/registration.entity';
import { SeatsWriter } from '../src/modules/registrations/seats.writer';
import type { Answer, Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { seatsOf } from './support/counters';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

/** A6 in full: HISTORIES=10000. What fails is printed with its seed and path, to be replayed. */
const RUNS = Number(process.env.HISTORIES ?? 8);
const PEOPLE = 8;

let test_: TestApp;
let desk: Api;
let people: Api[];

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => test_.as('resident', `有故事的人${i}`)));
});
afterAll(() => test_.stop());

const who = fc.nat(PEOPLE - 1);
const pool = fc.nat(1);
const seats = fc.integer({ min: 1, max: 4 });
const capacity = fc.integer({ min: 0, max: 8 });
const waits = fc.constant(true);
const aParty = fc.record({ act: fc.constant('register' as const), who, pool, seats, joinWaitlist: waits });
const act = fc.oneof(
  { weight: 6, arbitrary: aParty },
  { weight: 1, arbitrary: aParty.map((one) => ({ ...one, joinWaitlist: false })) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('resize' as const), who, seats }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('capacity' as const), pool, capacity }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('confirm' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('release' as const) }) },
);
/** A history begins with most of them registered, so that what follows finds something to change. */
const history = fc
  .tuple(fc.array(aParty, { minLength: 6, maxLength: 10 }), fc.array(act, { minLength: 10, maxLength: 30 }))
  .map(([opening, acts]): Act[] => [...opening, ...acts]);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** One act by whom it concerns; acts on what is not there do nothing. */
async function perform(session: SessionDetail, held: Map<number, string>, one: Act): Promise<Answer<unknown> | null> {
  const quotaId = 'pool' in one ? session.quotas[one.pool]!.id : '';
  const own = 'who' in one ? held.get(one.who) : undefined;
  switch (one.act) {
    case 'register': {
      const { joinWaitlist, seats: party } = one;
      const answer = await register(people[one.who]!, session.id, { seats: party, quotaId, joinWaitlist });
      if (answer.status < 300) held.set(one.who, answer.body.id);
      return answer;
    }
    case 'cancel':
      return own ? people[one.who]!.post(`/registrations/${own}/cancel`, {}) : null;
    case 'resize':
      return own ? people[one.who]!.patch<Wire>(`/registrations/${own}`, { seats: one.seats }) : null;
    case 'confirm':
      return own ? people[one.who]!.post(`/registrations/${own}/confirm`) : null;
    case 'capacity':
      return desk.patch(`/sessions/${session.id}`, {
        quotas: [{ id: quotaId, capacity: one.capacity }],
        confirm: true,
      });
    case 'expire':
      await pass((manager) =>
        manager.update(
          Registration,
          { sessionId: session.id, status: 'offered' },
          { confirmBy: new Date(inHours(-1)) },
        ),
      );
      return null;
    case 'release':
      await pass((manager) =>
        manager.update(Quota, { id: session.quotas[1]!.id }, { releasesAt: new Date(inHours(-1)) }),
      );
      return null;
  }
  async function pass(work: Parameters<TestApp['database']['write']>[0]): Promise<void> {
    await test_.database.write(async (manager) => {
      await work(manager);
      await test_.app.get(SeatsWriter).settle(manager, session.id, await databaseNow(manager));
    });
  }
}

/** Everything that must hold after every act; `before`: who waited, in order. */
async function check(session: SessionDetail, ceiling: number | null, before: string[]): Promise<string[]> {
  await seatsOf(test_, session.id);
  const pools = await test_.database.read.findBy(Quota, { sessionId: session.id });
  const rows = await test_.database.read.findBy(Registration, { sessionId: session.id });
  let taken = 0;
  for (const { id, taken: own, capacity: most } of pools) {
    const parties = rows.filter((r) => r.quotaId === id && ['confirmed', 'offered'].includes(r.status));
    expect(parties.reduce((sum, r) => sum + r.seats, 0)).toBe(own);
    expect(own).toBeGreaterThanOrEqual(0);
    expect(own).toBeLessThanOrEqual(most);
    taken += own;
  }
  expect(taken).toBeLessThanOrEqual(ceiling ?? taken);
  const line = rows.filter((r) => r.status === 'waitlisted').sort((a, b) => a.waitNumber! - b.waitNumber!);
  expect(new Set(line.map((r) => r.waitNumber)).size).toBe(line.length);
  for (const { quotaId, seats: party } of line) {
    const { capacity: most, taken: own } = pools.find(({ id }) => id === quotaId)!;
    expect(party).toBeGreaterThan(Math.min(most - own, (ceiling ?? Infinity) - taken));
  }
  const after = line.map(({ id }) => id);
  const stayed = before.filter((id) => after.includes(id));
  expect(after.filter((id) => stayed.includes(id))).toEqual(stayed);
  return after;
}

test(
  'A6 whatever is done in whatever order, counters are rows, nothing is oversold and the line keeps its order',
  async () => {
    const setup = fc.record({
      capacities: fc.tuple(capacity, capacity).filter(([a, b]) => a + b > 0),
      ceiling: fc.option(fc.integer({ min: 1, max: 12 })),
      confirmHours: fc.option(fc.constant(12)),
    });
    await fc.assert(
      fc.asyncProperty(setup, history, async (given, acts) => {
        const [a, b] = given.capacities;
        const session = await aPublishedSession(desk, {
          quotas: [
            { name: '居民', capacity: a },
            { name: '代表', capacity: b, releasesAt: inHours(24) },
          ],
          ...(given.ceiling !== null && { ceiling: given.ceiling }),
          ...(given.confirmHours !== null && { confirmHours: given.confirmHours }),
        });
        const held = new Map<number, string>();
        let line: string[] = [];
        for (const one of acts) {
          const answer = await perform(session, held, one);
          expect(answer?.status ?? 200).toBeLessThan(500);
          line = await check(session, given.ceiling, line);
        }
      }),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 10_000,
);
