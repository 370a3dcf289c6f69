import { randomUUID } from 'node:crypto';
import type { CollectedSuggestion, ProgressFigures } from '@openday/shared/collected';
import type { DeskSuggestion, PublicAnswer, SuggestionCounts } from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Suggestion as Row } from '../src/modules/suggestions/suggestion.entity';
import { SuggestionRetentionJob } from '../src/modules/suggestions/suggestion-retention.job';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

async function aDesk() {
  const unit = await anOrganizer(test_);
  return { unit, desk: await test_.as('organizer', unit.name) };
}

const collect = (desk: Api, body: Partial<CollectedSuggestion> = {}, key: string = randomUUID()) =>
  desk.post<DeskSuggestion>(
    '/desk/suggestions',
    { source: 'paper', kind: 'suggestion', text: '菜市场西侧盲道被占了', ...body },
    { 'idempotency-key': key },
  );

async function answered(desk: Api, id: string) {
  await desk.post(`/suggestions/${id}/take`, {});
  await desk.post(`/suggestions/${id}/answer`, { text: '已划出停车区', resolved: true });
}

test('what was said at the door or on paper goes the same way, without an account, once however often it is sent', async () => {
  const { unit, desk } = await aDesk();
  const person = { name: '马桂珍', phone: '13800000091' };
  const first = await collect(desk, person, 'one-and-the-same');
  expect(first).toMatchObject({
    status: 201,
    body: {
      source: 'paper',
      state: 'asked',
      organizer: { id: unit.id },
      name: '马*珍',
      phoneLast4: '0091',
      byPhone: true,
    },
  });
  expect(await collect(desk, person, 'one-and-the-same')).toMatchObject({ status: 200, body: { id: first.body.id } });
  expect((await collect(desk, {}, 'one-and-the-same')).status).toBe(422);
  expect((await desk.post(`/suggestions/${first.body.id}/reveal`, {})).body).toEqual(person);
  const silent = await collect(desk, { source: 'door' });
  expect(silent.body).toMatchObject({ name: '', phoneLast4: null, mayCall: false });
  expect((await desk.refused('POST', `/suggestions/${silent.body.id}/reveal`, {})).code).toBe('NO_CALLS');
});

test('a desk writes down what is about its own units only; a complaint goes to the unit above', async () => {
  const [one, two] = [await aDesk(), await aDesk()];
  const theirs = await aPublishedSession(district, {}, { organizerId: two.unit.id });
  for (const about of [{ sessionId: theirs.id }, { eventId: theirs.eventId }, { organizerId: two.unit.id }])
    expect((await collect(one.desk, about)).status).toBe(404);
  const own = await aPublishedSession(district, {}, { organizerId: one.unit.id });
  expect((await collect(one.desk, { sessionId: own.id })).body.event?.id).toBe(own.eventId);
  const complaint = await collect(one.desk, { kind: 'complaint' });
  expect(complaint.body.organizer.id).toBe(one.unit.parentId);
  expect((await one.desk.refused('GET', `/desk/suggestions/${complaint.body.id}`)).status).toBe(404);
});

test('said on the telephone is a number of its own, with the name of who called', async () => {
  const { unit, desk } = await aDesk();
  const ids = [];
  for (let i = 0; i < 3; i++) ids.push((await collect(desk)).body.id);
  const phoned = (id: string, verdict: string) =>
    desk.post<DeskSuggestion & { code?: string }>(`/suggestions/${id}/phone-verdict`, { verdict, caller: '小许' });
  expect((await phoned(ids[0]!, 'solved')).body.code).toBe('NOT_ANSWERED');
  for (const id of ids) await answered(desk, id);
  const { body } = await phoned(ids[0]!, 'solved');
  expect(body).toMatchObject({ state: 'rated', verdict: 'solved', verdictBy: 'phone' });
  expect(body.steps.at(-1)).toMatchObject({ kind: 'rated', by: 'unit', caller: '小许', verdict: 'solved' });
  await phoned(ids[0]!, 'solved');
  expect((await phoned(ids[1]!, 'unsolved')).body).toMatchObject({ state: 'reopened', sentBack: 1 });
  const counts = (await desk.get<SuggestionCounts>('/desk/suggestions/counts')).body;
  expect(counts).toMatchObject({
    ...{ received: 3, declared: 3, confirmed: 0, unsolved: 0 },
    phone: { solved: 1, partly: 0, unsolved: 1 },
    sources: { online: 0, door: 0, paper: 3 },
  });
  const resident = await test_.as('resident', '自己评的');
  const online = (await say(resident, { organizerId: unit.id })).body;
  await answered(desk, online.id);
  expect((await phoned(online.id, 'solved')).body.code).toBe('SUGGESTION_STATE');
});

test('a programme has its own days to answer; a card written down late is due today at the soonest', async () => {
  const { unit, desk } = await aDesk();
  const programme = (await district.post<{ id: string }>('/programmes', { title: '答复要快的开放月', year: 2026 }))
    .body;
  const rule = { noShowLimit: null, noShowDays: null, answerDays: 3 };
  expect((await district.patch(`/programmes/${programme.id}`, rule)).body).toMatchObject({ answerDays: 3 });
  const session = await aPublishedSession(district, {}, { organizerId: unit.id, programmeId: programme.id });
  const days = (at: string) => Math.round((Date.parse(at) - Date.now()) / 86_400_000);
  const quick = (await say(await test_.as('resident', '急的'), { sessionId: session.id })).body;
  expect(days(quick.dueAt)).toBeLessThanOrEqual(4);
  expect(days((await collect(desk)).body.dueAt)).toBeGreaterThan(10);
  const late = (await collect(desk, { day: '2022-09-20' })).body;
  expect(late.createdAt).toBe('2022-09-20T04:00:00.000Z');
  expect(late.overdue).toBe(false);
  expect(days(late.dueAt)).toBeLessThanOrEqual(1);
  expect((await collect(desk, { day: '2099-01-01' })).status).toBe(400);
});

test('handed on with an earlier day, the other unit’s desk is told', async () => {
  const [one, two] = [await aDesk(), await aDesk()];
  const { id } = (await collect(one.desk)).body;
  const dueAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const body = { organizerId: two.unit.id, reason: '归你们', dueAt };
  expect((await one.desk.post(`/suggestions/${id}/transfer`, body)).status).toBe(200);
  expect((await two.desk.get<DeskSuggestion>(`/desk/suggestions/${id}`)).body.dueAt).toBe(dueAt);
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: id, kind: 'suggestionAssigned' });
  expect(told).toHaveLength(1);
  const later = {
    organizerId: one.unit.id,
    reason: '再转',
    dueAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  };
  expect((await two.desk.refused('POST', `/suggestions/${id}/transfer`, later)).status).toBe(400);
});

test('everybody sees how it stands by programme, and the answers that are public; no unit beside another', async () => {
  const { unit, desk } = await aDesk();
  const programme = (await district.post<{ id: string }>('/programmes', { title: '看进度的开放月', year: 2027 })).body;
  const session = await aPublishedSession(district, {}, { organizerId: unit.id, programmeId: programme.id });
  const { id } = (await collect(desk, { sessionId: session.id, source: 'door' })).body;
  await collect(desk, { programmeId: programme.id });
  await answered(desk, id);
  await desk.post(`/suggestions/${id}/publish`, { question: '盲道被占怎么办' });
  await desk.post(`/suggestions/${id}/phone-verdict`, { verdict: 'solved', caller: '小许' });
  const { items } = (await test_.anonymous.get<{ items: ProgressFigures[] }>('/progress')).body;
  expect(items[0]).toEqual({
    programme: { id: programme.id, title: '看进度的开放月', year: 2027 },
    ...{ received: 2, answered: 1, declared: 1, confirmed: 0, partly: 0, unsolved: 0 },
    sources: { online: 0, door: 1, paper: 1 },
    phone: { solved: 1, partly: 0, unsolved: 0 },
  });
  expect(JSON.stringify(items)).not.toContain(unit.name);
  const page = (await test_.anonymous.get<Page<PublicAnswer>>(`/progress/answers?programme=${programme.id}`)).body;
  expect(page).toMatchObject({ items: [{ question: '盲道被占怎么办', answer: '已划出停车区' }], nextCursor: null });
});

test('30 days after the last word the name and number of who has no account are gone', async () => {
  const { desk } = await aDesk();
  const { id } = (await collect(desk, { name: '马桂珍', phone: '13800000091' })).body;
  await answered(desk, id);
  await test_.database.write((m) => m.update(Row, { id }, { updatedAt: new Date(Date.now() - 31 * 86_400_000) }));
  await test_.app.get(SuggestionRetentionJob).run();
  expect(await test_.database.read.findOneBy(Row, { id })).toMatchObject({
    name: null,
    phone: null,
    phoneLast4: null,
    text: null,
  });
});
