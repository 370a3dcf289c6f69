import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import * as fc from 'fast-check';
import { IdempotencyKey } from '../src/modules/registrations/idempotency.entity';
import { ledgerFaults } from '../src/modules/registrations/ledger.queries';
import type { Answer, Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

/** Keys used again in every way; `IDEMPOTENCY_RUNS` for more of it. */
const RUNS = Number(process.env.IDEMPOTENCY_RUNS ?? 8);
const KEYS = ['one-key-for-all', 'another-key-00'];

let test_: TestApp;
let desk: Api;
let people: Api[];

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  people = await Promise.all(['钥匙甲', '钥匙乙'].map((name) => test_.as('resident', name)));
});
afterAll(() => test_.stop());

const who = fc.nat(1);
const session = fc.nat(1);
const key = fc.nat(KEYS.length - 1);
const seats = fc.integer({ min: 1, max: 2 });
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('register' as const), who, session, key, seats }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('resize' as const), who, session, key, seats }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cancel' as const), who, session, key, seats }) },
);

test('a key means what it was first used for, in its session and for its account, whatever is done with it elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (acts) => {
      const sessions: SessionDetail[] = [await aPublishedSession(desk), await aPublishedSession(desk)];
      const first = new Map<string, { body: NewRegistration; answer: Answer<Registration> }>();
      const live = new Map<string, string>();
      for (const one of acts) {
        const { id } = sessions[one.session]!;
        const place = `${one.who} ${one.session}`;
        const standing = live.get(place);
        const headers = { 'idempotency-key': KEYS[one.key]! };
        if (one.act === 'register') {
          const body = { seats: one.seats };
          const answer = await register(people[one.who]!, id, body, KEYS[one.key]);
          const known = first.get(`${place} ${one.key}`);
          if (known && known.body.seats !== body.seats) {
            expect(answer).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
            continue;
          }
          if (known) expect([answer.status, answer.body.id]).toEqual([known.answer.status, known.answer.body.id]);
          else {
            expect([answer.status, answer.body.id]).toEqual(standing ? [200, standing] : [201, expect.any(String)]);
            first.set(`${place} ${one.key}`, { body, answer });
            live.set(place, answer.body.id);
          }
          continue;
        }
        if (!standing) continue;
        // These take no key: the same change again comes to the same, whatever the key was used for.
        const path = `/registrations/${standing}${one.act === 'cancel' ? '/cancel' : ''}`;
        const body = one.act === 'cancel' ? {} : { seats: one.seats };
        const method = one.act === 'cancel' ? 'POST' : 'PATCH';
        const answer = await people[one.who]!.call<Registration>(method, path, body, headers);
        expect(answer).toMatchObject({
          status: 200,
          body: one.act === 'cancel' ? { status: 'cancelled' } : { status: 'confirmed', seats: one.seats },
        });
        if (one.act === 'cancel') live.delete(place);
      }
      // What stands is what was last registered; a key kept for each that was answered, and none for the rest.
      for (const [place, id] of live) {
        const mine = await people[Number(place[0])]!.get<Registration>(`/registrations/${id}`);
        expect(mine.body.status).toBe('confirmed');
      }
      const ids = [...first.values()].map(({ answer }) => answer.body.id);
      const kept = await test_.database.read.find(IdempotencyKey);
      expect(kept.filter(({ registrationId }) => ids.includes(registrationId))).toHaveLength(first.size);
      expect(await ledgerFaults(test_.database.read)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
