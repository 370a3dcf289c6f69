import type { MyResponse, MyResponses, NewResponse, ResponseTotals } from '@openday/shared/responses';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Suggestion } from '@openday/shared/suggestions';
import { EventSession } from '../src/modules/events/session.entity';
import { Response } from '../src/modules/questionnaires/response.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const GOOD: NewResponse = { satisfaction: 'good', clarity: 'clear' };

const endedAgo = (session: SessionDetail, hours: number) =>
  test_.database.write((m) =>
    m.update(
      EventSession,
      { id: session.id },
      { startsAt: new Date(inHours(-hours - 2)), endsAt: new Date(inHours(-hours)) },
    ),
  );

/** A session that is over, with these residents in it. */
async function ended(...names: string[]): Promise<{ session: SessionDetail; guests: Api[] }> {
  const session = await aPublishedSession(desk);
  const guests = await Promise.all(names.map((name) => test_.as('resident', name)));
  for (const guest of guests) await register(guest, session.id);
  await endedAgo(session, 1);
  return { session, guests };
}

const answer = (who: Api, session: SessionDetail, body: Partial<NewResponse> = {}) =>
  who.post<MyResponse>(`/sessions/${session.id}/responses`, { ...GOOD, ...body });
const mine = async (who: Api, session: SessionDetail) =>
  (await who.get<MyResponses>(`/sessions/${session.id}/responses/mine`)).body;

test('one answer for a registration: sent again it takes the place of the first', async () => {
  const { session, guests } = await ended('改主意的');
  const [who] = guests as [Api];
  await Promise.all([answer(who, session), answer(who, session), answer(who, session)]);
  await answer(who, session, { satisfaction: 'poor', line: '座位少了' });
  expect(await test_.database.read.countBy(Response, { sessionId: session.id })).toBe(1);
  expect(await mine(who, session)).toMatchObject({
    session: { theme: '居民议事日' },
    items: [{ name: '改主意的', came: false, response: { satisfaction: 'poor', clarity: 'clear', line: '座位少了' } }],
  });
});

test('who neither had a seat nor came answers nothing', async () => {
  const { session } = await ended('来过的');
  const stranger = await test_.as('resident', '没报名的');
  expect(await answer(stranger, session)).toMatchObject({ status: 403, body: { code: 'NOT_A_GUEST' } });
  const { session: other, guests } = await ended('取消的');
  const { items } = (await guests[0]!.get<{ items: { id: string }[] }>(`/registrations?session=${other.id}`)).body;
  await test_.database.write((m) =>
    m.query(`UPDATE registrations SET status = 'cancelled' WHERE id = '${items[0]!.id}'`),
  );
  expect((await answer(guests[0]!, other)).status).toBe(403);
  expect((await mine(guests[0]!, other)).items).toEqual([]);
});

test('a proxy answers for each they registered, and for nobody else’s', async () => {
  const session = await aPublishedSession(desk);
  const [proxy, other] = [await test_.as('resident', '代办的'), await test_.as('resident', '邻座')];
  const father = { name: '老王', phone: '13800000061', relation: 'parent' as const, consent: true };
  const forFather = await register(proxy, session.id, { onBehalfOf: father });
  const own = await register(proxy, session.id);
  const theirs = await register(other, session.id);
  await endedAgo(session, 1);
  expect((await answer(proxy, session)).body.registrationId).toBe(own.body.id);
  expect((await answer(proxy, session, { registrationId: forFather.body.id })).status).toBe(200);
  expect((await answer(proxy, session, { registrationId: theirs.body.id })).status).toBe(403);
  expect(
    (await mine(proxy, session)).items.map(({ name, onBehalf, response }) => [name, onBehalf, !!response]),
  ).toEqual([
    ['代办的', false, true],
    ['老王', true, true],
  ]);
});

test('answers are taken from the start until thirty days after the end, and never of what was cancelled', async () => {
  const { session, guests } = await ended('按时的');
  const [who] = guests as [Api];
  const after = async (hours: number) => {
    await endedAgo(session, hours);
    return (await answer(who, session)).body as unknown as { code?: string };
  };
  expect((await after(-3)).code).toBe('RESPONSES_NOT_OPEN');
  expect((await after(-1)).code).toBeUndefined();
  expect((await after(30 * 24 - 1)).code).toBeUndefined();
  expect((await after(30 * 24 + 1)).code).toBe('RESPONSES_CLOSED');
  await endedAgo(session, 1);
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { cancelledAt: new Date() }));
  expect((await answer(who, session)).body).toMatchObject({ code: 'SESSION_CANCELLED' });
});

test('a line that wants an answer becomes one suggestion, and stays as it was handed over', async () => {
  const unit = await anOrganizer(test_, { name: '建设管理部' });
  const session = await aPublishedSession(desk, {}, { organizerId: unit.id });
  const who = await test_.as('resident', '说一句的');
  await register(who, session.id);
  await endedAgo(session, 1);
  const body = { line: '东门的路灯晚上不亮', wantsAnswer: true };
  const [first, again] = await Promise.all([answer(who, session, body), answer(who, session, body)]);
  expect(first.body.suggestionId).toMatch(/^\d{19}$/);
  expect(again.body.suggestionId).toBe(first.body.suggestionId);
  const changed = await answer(who, session, { clarity: 'partly', line: '换一句' });
  expect(changed.body).toMatchObject({ clarity: 'partly', line: '东门的路灯晚上不亮' });
  const { body: suggestion } = await who.get<Suggestion>(`/suggestions/${first.body.suggestionId}`);
  expect(suggestion).toMatchObject({
    text: '东门的路灯晚上不亮',
    organizer: { name: '建设管理部' },
    event: { id: session.eventId },
    state: 'asked',
  });
});

test('totals are told from three answers on, to anybody, and never who said what', async () => {
  const { session, guests } = await ended('甲', '乙', '丙');
  const totals = async () =>
    (await test_.anonymous.get<ResponseTotals>(`/sessions/${session.id}/responses/totals`)).body;
  await answer(guests[0]!, session);
  await answer(guests[1]!, session, { satisfaction: 'veryPoor', clarity: 'unclear' });
  expect(await totals()).toEqual({ sessionId: session.id, answers: null, satisfied: null, clear: null });
  await answer(guests[2]!, session, { satisfaction: 'veryGood' });
  expect(await totals()).toEqual({ sessionId: session.id, answers: 3, satisfied: 67, clear: 67 });
});
