import type { EventDetail } from '@openday/shared/events';
import type { Question } from '@openday/shared/questions';
import type { Registration } from '@openday/shared/registrations';
import { EventSession } from '../src/modules/events/session.entity';
import { RegistrationAnswers } from '../src/modules/registrations/registration-answers.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
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

const QUESTIONS: Question[] = [
  { id: 'bus', text: '坐班车来吗', kind: 'yesNo', required: true },
  {
    id: 'stop',
    text: '在哪里上车',
    kind: 'choice',
    options: ['东站', '西站'],
    required: true,
    showIf: { question: 'bus', equals: 'yes' },
  },
  { id: 'gate', text: '身份证号', kind: 'idNumber', reason: '进厂区要核对身份' },
];
/** The example printed in the standard. */
const ID_NUMBER = '11010519491231002X';

const said = (...answers: [string, string][]) => answers.map(([question, value]) => ({ question, value }));

test('a unit’s questions are asked, checked and shown to who answered them', async () => {
  const session = await aPublishedSession(desk, {}, { questions: QUESTIONS });
  const { body: event } = await test_.anonymous.get<EventDetail>(`/events/${session.eventId}`);
  expect(event.questions).toEqual(QUESTIONS);
  const who = await test_.as('resident', '答题的人');
  const missing = await register(who, session.id, { answers: said(['bus', 'yes']) });
  expect(missing).toMatchObject({
    status: 422,
    body: { code: 'ANSWERS_INVALID', details: [{ field: 'answers.stop', message: '请回答“在哪里上车”' }] },
  });
  expect((await register(who, session.id, { answers: said(['bus', 'no'], ['stop', '东站']) })).status).toBe(422);
  expect((await register(who, session.id, { answers: said(['bus', 'no'], ['other', '1']) })).status).toBe(422);
  const answers = said(['bus', 'yes'], ['stop', '东站'], ['gate', ID_NUMBER]);
  const { status, body } = await register(who, session.id, { answers });
  expect([status, body.answers]).toEqual([201, answers]);
  expect((await who.get<Registration>(`/registrations/${body.id}`)).body.answers).toEqual(answers);
});

test('A38 answers are stored sealed, ID numbers apart, and ID numbers go a day after the session', async () => {
  const session = await aPublishedSession(desk, {}, { questions: QUESTIONS });
  const who = await test_.as('resident', '密封的人');
  const { body } = await register(who, session.id, { answers: said(['bus', 'no'], ['gate', ID_NUMBER]) });
  const row = () => test_.database.read.findOneBy(RegistrationAnswers, { registrationId: body.id });
  expect(JSON.stringify(await row())).not.toContain(ID_NUMBER);
  expect((await row())?.idNumbers).toMatch(/^\d+\./);
  const over = (hours: number) =>
    test_.database.write((manager) =>
      manager.update(EventSession, { id: session.id }, { endsAt: new Date(inHours(-hours)) }),
    );
  await over(23);
  await test_.app.get(RetentionJob).runIdNumbers();
  expect((await row())?.idNumbers).not.toBeNull();
  await over(25);
  await test_.app.get(RetentionJob).runIdNumbers();
  expect((await row())?.idNumbers).toBeNull();
  expect((await who.get<Registration>(`/registrations/${body.id}`)).body.answers).toEqual(said(['bus', 'no']));
  await over(31 * 24);
  await test_.app.get(RetentionJob).run();
  expect(await row()).toBeNull();
});

test('an ID number goes as soon as its registration ends', async () => {
  const session = await aPublishedSession(desk, {}, { questions: QUESTIONS });
  const who = await test_.as('resident', '不来了');
  const { body } = await register(who, session.id, { answers: said(['bus', 'no'], ['gate', ID_NUMBER]) });
  const cancelled = await who.post<Registration>(`/registrations/${body.id}/cancel`, {});
  expect(cancelled.body.answers).toEqual(said(['bus', 'no']));
});

test('ID numbers go as soon as the session is cancelled, the other answers stay', async () => {
  const session = await aPublishedSession(desk, {}, { questions: QUESTIONS });
  const who = await test_.as('resident', '不办了');
  const { body } = await register(who, session.id, { answers: said(['bus', 'no'], ['gate', ID_NUMBER]) });
  await desk.post(`/sessions/${session.id}/cancel`, { reason: '设备检修' });
  const mine = (await who.get<Registration>(`/registrations/${body.id}`)).body;
  expect([mine.status, mine.answers]).toEqual(['confirmed', said(['bus', 'no'])]);
});

test('questions may change while nobody is registered, and must make sense', async () => {
  const session = await aPublishedSession(desk);
  const path = `/events/${session.eventId}/questions`;
  const asked = await desk.put<EventDetail>(path, { questions: QUESTIONS });
  expect([asked.status, asked.body.questions]).toEqual([200, QUESTIONS]);
  const nonsense = await desk.refused('PUT', path, { questions: [{ id: 'gate', text: '身份证号', kind: 'idNumber' }] });
  expect(nonsense).toMatchObject({
    status: 400,
    details: [{ field: 'questions.0.reason', message: '请写明为什么要身份证号' }],
  });
  expect((await desk.refused('POST', '/events', { theme: '问错了', questions: [QUESTIONS[1]] })).details).toEqual([
    { field: 'questions.0.showIf', message: '只能跟着前面的选择题或是否题，按它的一个答案' },
  ]);
  const who = await test_.as('resident', '先报的人');
  const { body } = await register(who, session.id, { answers: said(['bus', 'no']) });
  expect(await desk.refused('PUT', path, { questions: [] })).toMatchObject({ status: 409, code: 'HAS_REGISTRATIONS' });
  await who.post(`/registrations/${body.id}/cancel`, {});
  expect((await desk.put<EventDetail>(path, { questions: [] })).body.questions).toEqual([]);
});

test('another unit sets up nothing here, and a resident nothing anywhere', async () => {
  const session = await aPublishedSession(desk);
  const other = await anOrganizer(test_);
  const neighbour = await test_.as('organizer', other.name);
  const resident = await test_.as('resident', '居民');
  const setup = { mode: 'firstCome', quotas: [{ name: '居民', capacity: 5 }] };
  for (const [path, body] of [
    [`/sessions/${session.id}/setup`, setup],
    [`/events/${session.eventId}/questions`, { questions: [] }],
  ] as const) {
    expect((await neighbour.refused('PUT', path, body)).status).toBe(404);
    expect((await resident.refused('PUT', path, body)).status).toBe(403);
  }
});
