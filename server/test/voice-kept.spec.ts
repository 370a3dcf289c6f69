import type { EventAnswers, Suggestion } from '@openday/shared/suggestions';
import { EventSession } from '../src/modules/events/session.entity';
import { Response } from '../src/modules/questionnaires/response.entity';
import { ResponseRetentionJob } from '../src/modules/questionnaires/response-retention.job';
import { Suggestion as Row } from '../src/modules/suggestions/suggestion.entity';
import { SuggestionRetentionJob } from '../src/modules/suggestions/suggestion-retention.job';
import { SuggestionStep } from '../src/modules/suggestions/suggestion-step.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const age = (id: string, columns: Partial<Row>) => test_.database.write((m) => m.update(Row, { id }, columns));

test('thirty days after the last word who said it and what they wrote are gone; counts and public answers stay', async () => {
  const session = await aPublishedSession(desk);
  const who = await test_.as('resident', '说完的人');
  const { id } = (await say(who, { sessionId: session.id, mayCall: true })).body;
  await desk.post(`/suggestions/${id}/take`, {});
  await desk.post(`/suggestions/${id}/answer`, { text: '换好了', question: '路灯什么时候修' });
  await who.post(`/suggestions/${id}/rating`, { verdict: 'solved', text: '谢谢李师傅' });
  const job = test_.app.get(SuggestionRetentionJob);
  await age(id, { updatedAt: daysAgo(29) });
  expect(await job.run()).toBe(0);
  expect((await who.get<Suggestion>(`/suggestions/${id}`)).status).toBe(200);
  await age(id, { updatedAt: daysAgo(31) });
  expect([await job.run(), await job.run()]).toEqual([1, 0]);
  const row = await test_.database.read.findOneByOrFail(Row, { id });
  expect(row).toMatchObject({ text: null, accountId: null, mayCall: false, state: 'rated', verdict: 'solved' });
  const steps = await test_.database.read.findBy(SuggestionStep, { suggestionId: id });
  expect(steps.map(({ text }) => text)).toEqual([null, null, null, null]);
  expect((await who.refused('GET', `/suggestions/${id}`)).status).toBe(404);
  expect((await test_.anonymous.get<EventAnswers>(`/events/${session.eventId}/answers`)).body).toMatchObject({
    received: 1,
    answered: 1,
    items: [{ question: '路灯什么时候修', answer: '换好了' }],
  });
});

test('what a unit still owes an answer to is kept, however old', async () => {
  const who = await test_.as('resident', '一直等的');
  const asked = (await say(who)).body;
  await age(asked.id, { updatedAt: daysAgo(90), createdAt: daysAgo(90) });
  expect(await test_.app.get(SuggestionRetentionJob).run()).toBe(0);
  expect((await who.get<Suggestion>(`/suggestions/${asked.id}`)).body.text).toBe('小区东门的路灯晚上不亮');
});

test('keys are kept seven days', async () => {
  const who = await test_.as('resident', '有钥匙的');
  const { id } = (await say(who)).body;
  const job = test_.app.get(SuggestionRetentionJob);
  await job.runKeys();
  await age(id, { createdAt: daysAgo(8) });
  expect(await job.runKeys()).toBe(1);
  expect((await test_.database.read.findOneByOrFail(Row, { id })).keyId).toBeNull();
});

test('once a session takes no more answers nobody can tell whose they were, and the totals stay', async () => {
  const session = await aPublishedSession(desk);
  for (const name of ['甲', '乙', '丙']) await register(await test_.as('resident', name), session.id);
  const ends = (days: number) =>
    test_.database.write((m) =>
      m.update(EventSession, { id: session.id }, { startsAt: daysAgo(days + 1), endsAt: daysAgo(days) }),
    );
  await ends(1);
  for (const name of ['甲', '乙', '丙'])
    await (await test_.as('resident', name)).post(`/sessions/${session.id}/responses`, {
      satisfaction: 'good',
      clarity: 'clear',
      line: '椅子太硬',
    });
  const job = test_.app.get(ResponseRetentionJob);
  expect(await job.run()).toBe(0);
  await ends(31);
  expect([await job.run(), await job.run()]).toEqual([3, 0]);
  const rows = await test_.database.read.findBy(Response, { sessionId: session.id });
  expect(rows.map(({ registrationId, accountId, line }) => [registrationId, accountId, line])).toEqual(
    Array(3).fill([null, null, null]),
  );
  const { body } = await test_.anonymous.get(`/sessions/${session.id}/responses/totals`);
  expect(body).toMatchObject({ answers: 3, satisfied: 100, clear: 100 });
});
