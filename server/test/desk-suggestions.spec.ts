import type { DeskSuggestion, DeskSuggestionCard, NewSuggestion, SuggestionCounts } from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import { Suggestion as Row } from '../src/modules/suggestions/suggestion.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { toldAbout } from './support/counters';
import { anOrganizer, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let district: Api;
let who: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  who = await test_.as('resident', '王小明');
  await who.patch('/me', { phone: '13800000078' });
});
afterAll(() => test_.stop());

/** A unit of its own, its desk, and what was said to it. */
async function aDesk(...said: Partial<NewSuggestion>[]): Promise<{ unit: Organizer; desk: Api; ids: string[] }> {
  const unit = await anOrganizer(test_);
  const ids: string[] = [];
  for (const body of said) ids.push((await say(who, { organizerId: unit.id, ...body })).body.id);
  return { unit, desk: await test_.as('organizer', unit.name), ids };
}

const act = (desk: Api, id: string, what: string, body: object = {}) =>
  desk.post<DeskSuggestion>(`/suggestions/${id}/${what}`, body);

test('another unit finds nothing of it, a resident no desk at all', async () => {
  const { ids } = await aDesk({});
  const { desk: neighbour } = await aDesk();
  const bodies = { take: {}, answer: { text: '不归我' }, resolve: {}, publish: { question: null }, reveal: {} };
  for (const [what, body] of Object.entries(bodies)) {
    const path = `/suggestions/${ids[0]}/${what}`;
    expect((await neighbour.refused('POST', path, body)).status).toBe(404);
    expect((await who.refused('POST', path, body)).status).toBe(403);
  }
  expect((await neighbour.refused('GET', `/desk/suggestions/${ids[0]}`)).status).toBe(404);
  expect((await neighbour.get<Page<unknown>>('/desk/suggestions')).body.items).toEqual([]);
  expect((await who.refused('GET', '/desk/suggestions')).status).toBe(403);
});

test('what is owed is listed by the day it is due, page by page', async () => {
  const { desk, ids } = await aDesk({ text: '第一条' }, { text: '第二条' }, { text: '第三条' });
  const due = (id: string, day: string) =>
    test_.database.write((m) => m.update(Row, { id }, { dueAt: new Date(`${day}T15:59:00Z`) }));
  await due(ids[2]!, '2020-01-01');
  await due(ids[0]!, '2020-01-02');
  const page = async (cursor = '') =>
    (await desk.get<Page<DeskSuggestionCard>>(`/desk/suggestions?stage=new&limit=2${cursor}`)).body;
  const first = await page();
  expect(first.items.map(({ text, overdue }) => [text, overdue])).toEqual([
    ['第三条', true],
    ['第一条', true],
  ]);
  const rest = await page(`&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ text: '第二条', overdue: false, stage: 'new' }], nextCursor: null });
});

test('taken, answered, declared done: each in its turn, and no step twice', async () => {
  const { desk, ids } = await aDesk({});
  const id = ids[0]!;
  const refused = async (what: string, body: object = {}) =>
    (await desk.refused('POST', `/suggestions/${id}/${what}`, body)).code;
  expect(await refused('answer', { text: '还没接单' })).toBe('SUGGESTION_STATE');
  await act(desk, id, 'take');
  expect((await act(desk, id, 'take')).body).toMatchObject({ state: 'taken', stage: 'working' });
  expect(await refused('resolve')).toBe('SUGGESTION_STATE');
  for (let i = 0; i < 2; i++) await act(desk, id, 'answer', { text: '下月换灯' });
  await act(desk, id, 'resolve');
  const { body } = await act(desk, id, 'resolve');
  expect(body).toMatchObject({ state: 'resolved', stage: 'waiting', verdict: null });
  expect(body.steps.map(({ kind, by }) => `${by} ${kind}`)).toEqual([
    'resident asked',
    'unit taken',
    'unit answered',
    'unit resolved',
  ]);
  expect(await refused('transfer', { organizerId: id, reason: '太晚了' })).toBe('SUGGESTION_STATE');
});

test('a unit may promise an earlier day, never a later one', async () => {
  const { desk, ids } = await aDesk({}, {});
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const late = new Date(Date.now() + 40 * 86_400_000).toISOString();
  expect((await act(desk, ids[0]!, 'take', { dueAt: soon })).body.dueAt).toBe(soon);
  for (const dueAt of [late, '2020-01-01T00:00:00.000Z'])
    expect(await desk.refused('POST', `/suggestions/${ids[1]}/take`, { dueAt })).toMatchObject({
      status: 400,
      details: [{ field: 'dueAt' }],
    });
});

test('handed on it is the other unit’s alone, with the day it was due, and the resident sees why', async () => {
  const { desk, ids } = await aDesk({});
  const other = await aDesk();
  const id = ids[0]!;
  const { dueAt } = (await act(desk, id, 'take')).body;
  const body = { organizerId: other.unit.id, reason: '路灯归城管办' };
  expect((await desk.post(`/suggestions/${id}/transfer`, body)).status).toBe(200);
  expect((await desk.refused('GET', `/desk/suggestions/${id}`)).status).toBe(404);
  expect((await other.desk.get<DeskSuggestion>(`/desk/suggestions/${id}`)).body).toMatchObject({
    state: 'asked',
    dueAt,
  });
  const { body: mine } = await who.get<DeskSuggestion>(`/suggestions/${id}`);
  expect(mine.steps.at(-1)).toMatchObject({ kind: 'transferred', organizer: other.unit.name, text: '路灯归城管办' });
  expect(await toldAbout(test_, id)).toEqual(expect.arrayContaining(['suggestionMoved', 'suggestionAssigned']));
});

test('it is handed to a unit there is, and to another one', async () => {
  const { unit, desk, ids } = await aDesk({});
  for (const organizerId of [unit.id, '1000000000000000000'])
    expect(
      (await desk.refused('POST', `/suggestions/${ids[0]}/transfer`, { organizerId, reason: '不归我' })).status,
    ).toBe(400);
});

test('what the unit says is done and what residents say is solved are two numbers', async () => {
  const { desk, ids } = await aDesk({}, {}, {}, {}, {});
  const [confirmed, partly, unsolved, waiting] = ids as [string, string, string, string, string];
  for (const id of [confirmed, partly, unsolved, waiting]) {
    await act(desk, id, 'take');
    await act(desk, id, 'answer', { text: '办好了', resolved: true });
  }
  await who.post(`/suggestions/${confirmed}/rating`, { verdict: 'solved' });
  await who.post(`/suggestions/${partly}/rating`, { verdict: 'partly' });
  await who.post(`/suggestions/${unsolved}/rating`, { verdict: 'unsolved' });
  const counts = async () => (await desk.get<SuggestionCounts>('/desk/suggestions/counts')).body;
  expect(await counts()).toEqual({
    received: 5,
    stages: { new: 2, working: 0, waiting: 1, done: 2 },
    dueToday: 0,
    overdue: 0,
    declared: 4,
    confirmed: 1,
    partly: 1,
    unsolved: 1,
    phone: { solved: 0, partly: 0, unsolved: 0 },
    sources: { online: 5, door: 0, paper: 0 },
  });
  await act(desk, unsolved, 'take');
  expect(await counts()).toMatchObject({ declared: 3, unsolved: 1 });
  await test_.database.write((m) => m.update(Row, { id: unsolved }, { dueAt: new Date('2020-01-01') }));
  expect(await counts()).toMatchObject({ overdue: 1 });
});

test('what everybody is to read names nobody: the unit is told to change it', async () => {
  const { desk, ids } = await aDesk({});
  await act(desk, ids[0]!, 'take');
  for (const question of ['王小明问路灯', '打 138-0000-0078 的那位问路灯'])
    expect(await desk.refused('POST', `/suggestions/${ids[0]}/answer`, { text: '已换好', question })).toMatchObject({
      status: 422,
      code: 'WORDING_PERSONAL',
    });
  // Refused whole: the resident has not been answered either.
  expect((await desk.get<DeskSuggestion>(`/desk/suggestions/${ids[0]}`)).body.state).toBe('taken');
  const { body } = await act(desk, ids[0]!, 'answer', { text: '已换好', question: '路灯什么时候修' });
  expect(body.published).toMatchObject({ question: '路灯什么时候修', answer: '已换好' });
});

test('the number is seen only where the resident said so, and that it was is recorded', async () => {
  const { desk, ids } = await aDesk({}, { mayCall: true });
  expect((await desk.get<DeskSuggestion>(`/desk/suggestions/${ids[0]}`)).body).toMatchObject({
    name: '王*明',
    phoneLast4: null,
  });
  expect(await desk.refused('POST', `/suggestions/${ids[0]}/reveal`, {})).toMatchObject({ code: 'NO_CALLS' });
  const { body } = await desk.post(`/suggestions/${ids[1]}/reveal`, {});
  expect(body).toEqual({ name: '王小明', phone: '13800000078' });
  const acts = async (targetId: string) =>
    (await test_.database.read.findBy(AuditEntry, { targetId })).map((entry) => entry.act).sort();
  expect([await acts(ids[0]!), await acts(ids[1]!)]).toEqual([['suggestion.read'], ['suggestion.reveal']]);
});

test('the district reads and answers for all its units', async () => {
  const { ids } = await aDesk({});
  expect((await act(district, ids[0]!, 'take')).body.state).toBe('taken');
});
