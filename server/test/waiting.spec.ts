import type { EventDetail } from '@openday/shared/events';
import type { Programme } from '@openday/shared/places';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { databaseNow } from '../src/database/clock';
import { Ids } from '../src/database/ids';
import { Account } from '../src/modules/accounts/account.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { Organizer } from '../src/modules/organizers/organizer.entity';
import { Vault } from '../src/modules/privacy/vault.service';
import { Programme as ProgrammeRow } from '../src/modules/programmes/programme.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { Restriction } from '../src/modules/registrations/restriction.entity';
import { SeatsWriter } from '../src/modules/registrations/seats.writer';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { residents, seatsOf, toldAbout } from './support/counters';
import { aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const path = (id: string) => `/registrations/${id}`;
const state = async (who: Api, id: string) => (await who.get<Registration>(path(id))).body;

/** As the job does it each minute. */
const settle = (sessionId: string) =>
  test_.database.write(async (manager) => {
    await test_.app.get(SeatsWriter).settle(manager, sessionId, await databaseNow(manager));
  });
const change = (id: string, columns: Partial<Row>) =>
  test_.database.write((manager) => manager.update(Row, { id }, columns));

const one = { quotas: [{ name: '居民', capacity: 1 }] };

test('where seats are to be confirmed, one that comes free is offered until a set time and taken by a tap', async () => {
  const session = await aPublishedSession(desk, { ...one, confirmHours: 12 });
  const [first, next] = (await residents(test_, '先有', '轮到')) as [Api, Api];
  const held = await register(first, session.id);
  const waits = await register(next, session.id, { joinWaitlist: true });
  await first.post(`${path(held.body.id)}/cancel`, {});
  const offered = await state(next, waits.body.id);
  expect(offered).toMatchObject({ status: 'offered', position: null });
  const hours = (Date.parse(offered.confirmBy!) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThan(12.1);
  expect(await seatsOf(test_, session.id)).toEqual([1, 0]);
  const confirmed = await next.post<Registration>(`${path(waits.body.id)}/confirm`);
  expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', confirmBy: null } });
  expect((await next.post<Registration>(`${path(waits.body.id)}/confirm`)).body.status).toBe('confirmed');
  expect(await toldAbout(test_, waits.body.id)).toEqual(['waitlisted', 'offered', 'registered']);
});

test('an offer nobody accepted ends, and the seat goes to the next in line', async () => {
  const session = await aPublishedSession(desk, { ...one, confirmHours: 12 });
  const [first, late, next] = (await residents(test_, '甲先', '乙迟', '丙后')) as [Api, Api, Api];
  const held = await register(first, session.id);
  const second = await register(late, session.id, { joinWaitlist: true });
  const third = await register(next, session.id, { joinWaitlist: true });
  await first.post(`${path(held.body.id)}/cancel`, {});
  await change(second.body.id, { confirmBy: new Date(inHours(-1)) });
  expect(await late.refused('POST', `${path(second.body.id)}/confirm`)).toMatchObject({
    status: 409,
    code: 'OFFER_ENDED',
  });
  await settle(session.id);
  expect((await state(late, second.body.id)).status).toBe('expired');
  expect((await state(next, third.body.id)).status).toBe('offered');
  expect(await late.refused('POST', `${path(second.body.id)}/confirm`)).toMatchObject({ code: 'OFFER_ENDED' });
  expect(await toldAbout(test_, second.body.id)).toEqual(['waitlisted', 'offered', 'expired']);
  expect(await seatsOf(test_, session.id)).toEqual([1, 0]);
  expect((await register(late, session.id, { joinWaitlist: true })).body.status).toBe('waitlisted');
});

test('an offer is declined by leaving, at any time, and goes on at once', async () => {
  const session = await aPublishedSession(desk, { ...one, confirmHours: 12, cancelsUntil: inHours(24) });
  const [first, second, third] = (await residents(test_, '一让', '二让', '三得')) as [Api, Api, Api];
  const held = await register(first, session.id);
  const two = await register(second, session.id, { joinWaitlist: true });
  const three = await register(third, session.id, { joinWaitlist: true });
  await first.post(`${path(held.body.id)}/cancel`, {});
  const cancelsUntil = new Date(inHours(-1));
  await test_.database.write((manager) => manager.update(EventSession, { id: session.id }, { cancelsUntil }));
  await second.post(`${path(two.body.id)}/cancel`, {});
  expect((await state(third, three.body.id)).status).toBe('offered');
});

test('the place in line is told, and moves up when somebody before leaves', async () => {
  const session = await aPublishedSession(desk, one);
  const all = await residents(test_, '排头', '排二', '排三', '排四');
  await register(all[0]!, session.id);
  const line = [];
  for (const who of all.slice(1)) line.push((await register(who, session.id, { joinWaitlist: true })).body);
  expect(line.map(({ position }) => position)).toEqual([1, 2, 3]);
  await all[1]!.post(`${path(line[0]!.id)}/cancel`, {});
  expect((await state(all[3]!, line[2]!.id)).position).toBe(2);
  expect((await all[2]!.refused('POST', `${path(line[1]!.id)}/confirm`)).status).toBe(400);
});

/** A session of a programme where two no-shows hold somebody back. */
async function aRuledSession(over: object = {}): Promise<SessionDetail> {
  const { body: programme } = await desk.post<Programme>('/programmes', {
    title: `开放月${Math.random()}`,
    year: 2026,
  });
  await test_.database.write((manager) =>
    manager.update(ProgrammeRow, { id: programme.id }, { noShowLimit: 2, noShowDays: 30 }),
  );
  return aPublishedSession(desk, over, { programmeId: programme.id });
}

async function restrict(session: SessionDetail, phone: string, until: Date): Promise<string> {
  const { body: event } = await desk.get<EventDetail>(`/events/${session.eventId}`);
  const id = test_.app.get(Ids).next();
  await test_.database.write(async (manager) => {
    const district = await manager.findOneOrFail(Organizer, { where: {}, order: { path: 'ASC' } });
    await manager.insert(Restriction, {
      id,
      programmeId: event.programme!.id,
      organizerId: district.id,
      subject: test_.app.get(Vault).index('phone', phone),
      missed: [],
      from: new Date(inHours(-24)),
      until,
    });
  });
  return id;
}

test('after no-shows a registration waits although seats are left, and is seated when its time is over', async () => {
  const session = await aRuledSession({ quotas: [{ name: '居民', capacity: 2 }] });
  const [held, other] = (await residents(test_, '爽约过', '没爽约')) as [Api, Api];
  await held.patch('/me', { phone: '13800000201' });
  await restrict(session, '13800000201', new Date(inHours(1000)));
  const waits = await register(held, session.id);
  expect(waits).toMatchObject({ status: 201, body: { status: 'waitlisted', position: 1 } });
  const before = Date.parse(session.startsAt) - Date.parse(waits.body.heldBackUntil!);
  expect(before).toBe(24 * 3_600_000);
  // Seats that come free pass it by, and others come in.
  const came = await register(other, session.id);
  expect(came.body.status).toBe('confirmed');
  await settle(session.id);
  expect((await state(held, waits.body.id)).status).toBe('waitlisted');
  await change(waits.body.id, { heldBackUntil: new Date(inHours(-1)) });
  await settle(session.id);
  expect(await state(held, waits.body.id)).toMatchObject({ status: 'confirmed', heldBackUntil: null });
  expect(await seatsOf(test_, session.id)).toEqual([2, 0]);
});

test('a restriction that was cleared or is over, another programme’s, and one without a rule hold nobody back', async () => {
  const session = await aRuledSession();
  const [cleared, over, elsewhere] = (await residents(test_, '解除了', '过期了', '别处的')) as [Api, Api, Api];
  const people: [Api, string][] = [
    [cleared, '13800000211'],
    [over, '13800000212'],
    [elsewhere, '13800000213'],
  ];
  for (const [who, phone] of people) await who.patch('/me', { phone });
  const id = await restrict(session, '13800000211', new Date(inHours(100)));
  await test_.database.write((manager) => manager.update(Restriction, { id }, { clearedAt: new Date() }));
  await restrict(session, '13800000212', new Date(inHours(-1)));
  await restrict(await aRuledSession(), '13800000213', new Date(inHours(100)));
  for (const [who] of people) expect((await register(who, session.id)).body.status).toBe('confirmed');
});

test('proxies’ registrations and people over 60 are never held back', async () => {
  const session = await aRuledSession();
  const [old, worker] = (await residents(test_, '王大爷本人', '网格员')) as [Api, Api];
  await old.patch('/me', { phone: '13800000221' });
  await restrict(session, '13800000221', new Date(inHours(100)));
  await restrict(session, '13800000222', new Date(inHours(100)));
  const onBehalfOf = { name: '李大妈', phone: '13800000222', relation: 'served' as const, consent: true };
  expect((await register(worker, session.id, { onBehalfOf })).body.status).toBe('confirmed');
  const index = test_.app.get(Vault).index('phone', '13800000221');
  await test_.database.write((manager) => manager.update(Account, { phoneIndex: index }, { over60: true }));
  expect((await register(old, session.id)).body).toMatchObject({ status: 'confirmed', heldBackUntil: null });
});
