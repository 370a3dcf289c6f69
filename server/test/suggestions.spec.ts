import { randomUUID } from 'node:crypto';
import type { EventAnswers, NewSuggestion, Suggestion, SuggestionCard } from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import { Suggestion as Row } from '../src/modules/suggestions/suggestion.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let district: Api;
let street: Organizer;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  street = await anOrganizer(test_, { name: '东湖街道', contactPhone: '0635-0000002' });
  desk = await test_.as('organizer', street.name);
});
afterAll(() => test_.stop());

/** What the unit did, up to the state named. */
async function answered(who: Api, over: Partial<NewSuggestion> = {}): Promise<Suggestion> {
  const { body } = await say(who, { organizerId: street.id, ...over });
  await desk.post(`/suggestions/${body.id}/take`, {});
  await desk.post(`/suggestions/${body.id}/answer`, { text: '东门三盏灯已经换好' });
  return (await who.get<Suggestion>(`/suggestions/${body.id}`)).body;
}

test('what is said goes to who holds the event, and a complaint to the unit above', async () => {
  const session = await aPublishedSession(district, {}, { organizerId: street.id });
  const who = await test_.as('resident', '提意见的');
  const about = await say(who, { sessionId: session.id });
  expect(about).toMatchObject({
    status: 201,
    body: {
      state: 'asked',
      organizer: { name: '东湖街道' },
      event: { id: session.eventId },
      contact: { phone: '0635-0000002' },
      steps: [{ kind: 'asked', by: 'resident', organizer: '东湖街道' }],
      canRate: false,
    },
  });
  const complaint = await say(who, { kind: 'complaint', eventId: session.eventId });
  expect(complaint.body).toMatchObject({ organizer: { name: '某区' }, event: { id: session.eventId } });
  expect((await desk.refused('GET', `/desk/suggestions/${complaint.body.id}`)).status).toBe(404);
  expect((await say(who, {})).body.organizer.name).toBe('某区');
});

test('fifteen days are what a unit has, to the end of the day in China', async () => {
  const { body } = await say(await test_.as('resident', '等答复的'), {});
  const days = (Date.parse(body.dueAt) - Date.parse(body.createdAt)) / 86_400_000;
  expect(body.dueAt).toMatch(/T15:59:00\.000Z$/);
  expect(Math.floor(days)).toBeGreaterThanOrEqual(14);
  expect(days).toBeLessThan(16);
});

test('the same key is one suggestion, however often it is sent; another body with it is refused', async () => {
  const who = await test_.as('resident', '连点的人');
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => say(who, { text: '只说一次' }, key)));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect(await say(who, { text: '说了别的' }, key)).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
  const bare = await who.refused('POST', '/suggestions', { kind: 'question', text: '没有钥匙' });
  expect(bare.code).toBe('KEY_REQUIRED');
});

test('about one thing at a time, and about nothing that residents cannot see', async () => {
  const who = await test_.as('resident', '问草稿的');
  const draft = await district.post<{ id: string }>('/events', { theme: '还是草稿' });
  expect((await say(who, { eventId: draft.body.id })).status).toBe(404);
  const session = await aPublishedSession(district);
  expect((await say(who, { sessionId: session.id, eventId: session.eventId })).status).toBe(400);
});

test('the twenty-first of a day is asked to wait', async () => {
  const who = await test_.as('resident', '话多的人');
  for (let i = 0; i < 20; i++) expect((await say(who, { text: `第 ${i} 句` })).status).toBe(201);
  expect(await say(who, { text: '第二十一句' })).toMatchObject({ status: 429, body: { code: 'TOO_MANY' } });
});

test('what somebody said is theirs alone to read, newest first, page by page', async () => {
  const [who, other] = [await test_.as('resident', '翻页的人'), await test_.as('resident', '别人')];
  for (const text of ['第一条', '第二条', '第三条']) await say(who, { text });
  const first = (await who.get<Page<SuggestionCard>>('/me/suggestions?limit=2')).body;
  expect(first.items.map(({ text }) => text)).toEqual(['第三条', '第二条']);
  const rest = (await who.get<Page<SuggestionCard>>(`/me/suggestions?limit=2&cursor=${first.nextCursor}`)).body;
  expect([rest.items.map(({ text }) => text), rest.nextCursor]).toEqual([['第一条'], null]);
  const { id } = first.items[0]!;
  expect((await other.refused('GET', `/suggestions/${id}`)).status).toBe(404);
  expect((await other.refused('POST', `/suggestions/${id}/rating`, { verdict: 'solved' })).status).toBe(404);
  expect((await other.refused('POST', `/suggestions/${id}/notes`, { text: '别人补充' })).status).toBe(404);
});

test('nothing is rated before it is answered', async () => {
  const who = await test_.as('resident', '先评的人');
  const { body } = await say(who, { organizerId: street.id });
  const refused = await who.refused('POST', `/suggestions/${body.id}/rating`, { verdict: 'solved' });
  expect(refused).toMatchObject({ status: 409, code: 'NOT_ANSWERED' });
});

test('没解决 goes back to the unit with new days, keeps what was said, and the unit answers again', async () => {
  const who = await test_.as('resident', '没解决的');
  const asked = await answered(who);
  const rate = (verdict: string, text?: string) =>
    who.post<Suggestion>(`/suggestions/${asked.id}/rating`, { verdict, ...(text && { text }) });
  await test_.database.write((m) => m.update(Row, { id: asked.id }, { dueAt: new Date('2026-01-01') }));
  const back = (await rate('unsolved', '只亮了两盏')).body;
  expect(back).toMatchObject({ state: 'reopened', verdict: 'unsolved', canRate: false });
  expect(Date.parse(back.dueAt)).toBeGreaterThan(Date.now());
  expect((await rate('unsolved')).body.steps).toHaveLength(back.steps.length);
  await desk.post(`/suggestions/${asked.id}/take`, {});
  await desk.post(`/suggestions/${asked.id}/answer`, { text: '第三盏也换好了' });
  const { body } = await rate('solved');
  expect(body).toMatchObject({ state: 'rated', verdict: 'solved' });
  expect(body.steps.map(({ kind, text }) => [kind, text])).toEqual([
    ['asked', null],
    ['taken', null],
    ['answered', '东门三盏灯已经换好'],
    ['rated', '只亮了两盏'],
    ['taken', null],
    ['answered', '第三盏也换好了'],
    ['rated', null],
  ]);
});

test('a word added stands in the progress, once however often it is sent', async () => {
  const who = await test_.as('resident', '补充的人');
  const { body } = await say(who, {});
  for (let i = 0; i < 2; i++) await who.post(`/suggestions/${body.id}/notes`, { text: '是西边那一盏' });
  const { steps } = (await who.get<Suggestion>(`/suggestions/${body.id}`)).body;
  expect(steps.map(({ kind, text }) => [kind, text])).toEqual([
    ['asked', null],
    ['added', '是西边那一盏'],
  ]);
});

test('the unit’s desk is told that it came, the resident when it is taken and when it is answered', async () => {
  const { id } = await answered(await test_.as('resident', '等消息的'));
  const told = await test_.database.read.find(OutboxMessage, { where: { subjectId: id }, order: { id: 'ASC' } });
  expect(told.map(({ kind, note }) => [kind, note])).toEqual([
    ['suggestionCame', null],
    ['suggestionTaken', null],
    ['suggestionAnswered', null],
  ]);
});

test('everybody reads what the unit made public, in the unit’s words, and nothing the resident wrote', async () => {
  const session = await aPublishedSession(district, {}, { organizerId: street.id });
  const who = await test_.as('resident', '不想出名的');
  const shown = async () => (await test_.anonymous.get<EventAnswers>(`/events/${session.eventId}/answers`)).body;
  expect(await shown()).toEqual({ received: 0, answered: 0, items: [] });
  const { id } = await answered(who, { sessionId: session.id, organizerId: undefined, text: '我家老人摔过一跤' });
  expect(await shown()).toMatchObject({ received: 1, answered: 1, items: [] });
  await desk.post(`/suggestions/${id}/publish`, { question: '东门的路灯什么时候修' });
  const open = await shown();
  expect(open.items).toMatchObject([
    { question: '东门的路灯什么时候修', answer: '东门三盏灯已经换好', organizer: '东湖街道' },
  ]);
  expect(JSON.stringify(open)).not.toContain('摔过');
  await desk.post(`/suggestions/${id}/publish`, { question: null });
  expect((await shown()).items).toEqual([]);
});
