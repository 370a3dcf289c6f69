import type { Registration } from '@openday/shared/registrations';
import type { SessionChanged } from '@openday/shared/sessions';
import * as fc from 'fast-check';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

/** As in histories.spec.ts, which holds more acts to less: HISTORIES=10000 for all of them. */
const RUNS = Number(process.env.HISTORIES ?? 10);
const PEOPLE = 6;
const PARTY_MAX = 5;

type Act =
  | { act: 'register'; who: number; seats: number; waits: boolean }
  | { act: 'cancel'; who: number }
  | { act: 'resize'; who: number; seats: number }
  | { act: 'capacity'; seats: number };

const who = fc.nat(PEOPLE - 1);
const seats = fc.integer({ min: 1, max: PARTY_MAX });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('register' as const), who, seats, waits: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('resize' as const), who, seats }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('capacity' as const), seats: fc.integer({ min: 0, max: 12 }) }),
  },
);

/** The rule of admission written down again, plainly: who sits in the order they came, who waits in their order. */
interface Party {
  who: number;
  seats: number;
  id: string;
}
interface Model {
  capacity: number;
  seated: Party[];
  waiting: Party[];
}

const sum = (parties: Party[]): number => parties.reduce((total, party) => total + party.seats, 0);
const free = ({ capacity, seated }: Model): number => capacity - sum(seated);

/** Freed seats go in order, passing over a party only when it cannot fit. */
function settle(model: Model): void {
  for (const party of [...model.waiting]) {
    if (party.seats > free(model)) continue;
    model.waiting = model.waiting.filter((one) => one !== party);
    model.seated.push(party);
  }
}

interface Scene {
  desk: Api;
  residents: Api[];
  sessionId: string;
  quotaId: string;
}

async function play(one: Act, model: Model, { desk, residents, sessionId, quotaId }: Scene): Promise<void> {
  if (one.act === 'capacity') {
    const quotas = [{ id: quotaId, capacity: one.seats }];
    const { status } = await desk.patch<SessionChanged>(`/sessions/${sessionId}`, { quotas, confirm: true });
    expect(status).toBe(200);
    model.capacity = one.seats;
    // Whole parties stay in the order they registered, as far as they fit; the others stand first in line.
    const sitting = [...model.seated].sort(byId);
    model.seated = [];
    const over = sitting.filter((party) => {
      if (party.seats > free(model)) return true;
      model.seated.push(party);
      return false;
    });
    model.waiting.unshift(...over);
    return settle(model);
  }
  const resident = residents[one.who]!;
  const standing = [...model.seated, ...model.waiting].find((party) => party.who === one.who);
  if (one.act === 'register') {
    const { status, body } = await register(resident, sessionId, { seats: one.seats, joinWaitlist: one.waits });
    if (standing) expect([status, body.id]).toEqual([200, standing.id]);
    else if (one.seats <= free(model)) {
      expect([status, body.status]).toEqual([201, 'confirmed']);
      model.seated.push({ who: one.who, seats: one.seats, id: body.id });
    } else if (one.waits) {
      expect([status, body.status]).toEqual([201, 'waitlisted']);
      model.waiting.push({ who: one.who, seats: one.seats, id: body.id });
    } else expect([status, body]).toEqual([409, expect.objectContaining({ code: 'FULL' })]);
    return;
  }
  if (!standing) return;
  const path = `/registrations/${standing.id}`;
  if (one.act === 'cancel') {
    expect((await resident.post<Registration>(`${path}/cancel`, {})).body.status).toBe('cancelled');
    model.seated = model.seated.filter((party) => party !== standing);
    model.waiting = model.waiting.filter((party) => party !== standing);
    return settle(model);
  }
  const { status } = await resident.patch(path, { seats: one.seats });
  const refused = model.seated.includes(standing) && one.seats - standing.seats > free(model);
  expect(status).toBe(refused ? 409 : 200);
  if (!refused) standing.seats = one.seats;
  settle(model);
}

async function stored({ database }: TestApp, sessionId: string) {
  const rows = await database.read.find(Row, { where: { sessionId }, order: { waitNumber: 'ASC', id: 'ASC' } });
  const of = (status: string) => rows.filter((row) => row.status === status).map(({ id, seats }) => ({ id, seats }));
  return { seated: of('confirmed').sort(byId), waiting: of('waitlisted') };
}

const expected = ({ seated, waiting }: Model) => {
  const bare = ({ id, seats }: Party) => ({ id, seats });
  return { seated: seated.map(bare).sort(byId), waiting: waiting.map(bare) };
};

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

test('A6 who sits and who waits after any history is what the rule says, written down a second time', async () => {
  const desk = await theDistrict(test_);
  const residents = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => test_.as('resident', `住户${i}`)));
  const history = fc.record({
    capacity: fc.integer({ min: 1, max: 10 }),
    acts: fc.array(act, { minLength: 3, maxLength: 14 }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ capacity, acts }) => {
      const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity }], partyMax: PARTY_MAX });
      const scene = { desk, residents, sessionId: session.id, quotaId: session.quotas[0]!.id };
      const model: Model = { capacity, seated: [], waiting: [] };
      for (const one of acts) {
        await play(one, model, scene);
        expect(await stored(test_, session.id)).toEqual(expected(model));
      }
      expect(await ledgerFaults(test_.database.read)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
