import type { MonthlyTopic, TopicMatter } from '@openday/shared/monthly-topics';
import type { Page } from '@openday/shared/wire';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, inHours, theDistrict } from './support/factories';
import { say } from './support/suggestions';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

type Round = MonthlyTopic & { code?: string };

async function aRound(desk: Api, titles = ['路灯', '盲道', '停车']): Promise<MonthlyTopic> {
  const body = { month: '2026-09', title: '九月一题', votesUntil: inHours(24) };
  const { id } = (await desk.post<Round>('/monthly-topics', body)).body;
  const items = titles.map((title) => ({ title }));
  return (await desk.put<Round>(`/monthly-topics/${id}/candidates`, { items })).body;
}

const act = (who: Api, id: string, what: string, body: object = {}) =>
  who.post<Round>(`/monthly-topics/${id}/${what}`, body);

async function opened(desk: Api, titles?: string[]): Promise<MonthlyTopic> {
  return (await act(desk, (await aRound(desk, titles)).id, 'open')).body;
}

test('one vote of an account; another choice takes its place, and who deletes their account is no longer counted', async () => {
  const { id, candidates } = await opened(district);
  const [one, two] = candidates.map((candidate) => candidate.id) as [string, string];
  const who = await test_.as('resident', '投票的');
  await act(who, id, 'vote', { candidateId: one });
  for (let i = 0; i < 2; i++) await act(who, id, 'vote', { candidateId: two });
  await act(await test_.as('resident', '也投的'), id, 'vote', { candidateId: two });
  const { body } = await who.get<Round>(`/monthly-topics/${id}`);
  expect(body.myVote).toBe(two);
  expect(body.candidates.map((candidate) => [candidate.id, candidate.votes])).toEqual([
    [two, 2],
    [one, 0],
    [candidates[2]!.id, 0],
  ]);
  expect((await test_.anonymous.get<Round>(`/monthly-topics/${id}`)).body.myVote).toBeNull();
  await who.call('DELETE', '/me', { confirm: '删除' }, {});
  expect((await district.get<Page<Round>>('/desk/monthly-topics')).body.items[0]!.candidates[0]!.votes).toBe(1);
});

test('votes sent twice at once by many are one of each', async () => {
  const { id, candidates } = await opened(district);
  const people = [];
  for (let i = 0; i < 25; i++) people.push(await test_.as('resident', `同时投的${i}`));
  const votes = people.flatMap((who) => [who, who].map(() => act(who, id, 'vote', { candidateId: candidates[1]!.id })));
  expect(new Set((await Promise.all(votes)).map(({ status }) => status))).toEqual(new Set([200]));
  expect((await test_.anonymous.get<Round>(`/monthly-topics/${id}`)).body.candidates[0]).toMatchObject({ votes: 25 });
});

test('a draft is the desk’s own; votes are taken until their moment, by residents', async () => {
  const draft = await aRound(district);
  expect((await test_.anonymous.refused('GET', `/monthly-topics/${draft.id}`)).status).toBe(404);
  const candidateId = draft.candidates[0]!.id;
  const who = await test_.as('resident', '早到的');
  expect((await act(who, draft.id, 'vote', { candidateId })).status).toBe(404);
  await act(district, draft.id, 'open');
  expect((await act(district, draft.id, 'vote', { candidateId })).status).toBe(403);
  expect((await act(who, draft.id, 'vote', { candidateId: draft.id })).status).toBe(404);
  await act(district, draft.id, 'choose', { candidateId, reason: '说的人多' });
  expect((await act(who, draft.id, 'vote', { candidateId })).body.code).toBe('VOTING_CLOSED');
});

test('candidates stand by hand, then by votes, then by the suggestions behind them; one with votes stays', async () => {
  const unit = await anOrganizer(test_);
  const desk = await test_.as('organizer', unit.name);
  const about = await aPublishedSession(district, {}, { organizerId: unit.id, topic: 'city' });
  for (const name of ['说一', '说二']) await say(await test_.as('resident', name), { eventId: about.eventId });
  expect((await desk.get<{ items: TopicMatter[] }>('/desk/monthly-topics/matters')).body.items).toEqual([
    { topic: 'city', suggestions: 2 },
  ]);
  const { id } = await aRound(desk, ['待改']);
  const put = (items: object[]) => desk.put<Round>(`/monthly-topics/${id}/candidates`, { items });
  const made = (await put([{ title: '公园' }, { title: '路灯', topic: 'city' }, { title: '食堂', place: 1 }])).body;
  expect(made.candidates.map(({ title, suggestions }) => [title, suggestions])).toEqual([
    ['食堂', 0],
    ['路灯', 2],
    ['公园', 0],
  ]);
  await act(desk, id, 'open');
  const park = made.candidates.find(({ title }) => title === '公园')!;
  const after = await act(await test_.as('resident', '要公园的'), id, 'vote', { candidateId: park.id });
  expect(after.body.candidates.map(({ title }) => title)).toEqual(['食堂', '公园', '路灯']);
  expect((await put([{ title: '别的' }])).body.code).toBe('CANDIDATE_VOTED');
  expect((await put([{ id: park.id, title: '小公园' }])).body.candidates).toMatchObject([
    { title: '小公园', votes: 1 },
  ]);
});

test('chosen with a reason, talked over where people are invited, its outcome public', async () => {
  const { id, candidates } = await opened(district);
  const candidateId = candidates[2]!.id;
  expect((await act(district, id, 'outcome', { text: '还没选' })).body.code).toBe('ROUND_STATE');
  await act(district, id, 'choose', { candidateId, reason: '入冬前要办' });
  const open = await aPublishedSession(district);
  expect((await act(district, id, 'session', { sessionId: open.id })).status).toBe(400);
  const invited = await aPublishedSession(district, {
    quotas: [
      { name: '居民', capacity: 5 },
      { name: '居民代表', capacity: 5, invited: true },
    ],
  });
  await act(district, id, 'session', { sessionId: invited.id });
  expect((await act(district, id, 'outcome', { text: '有事打 13800000078' })).status).toBe(400);
  await act(district, id, 'outcome', { text: '十月底前装好 40 盏' });
  expect((await test_.anonymous.get<Round>(`/monthly-topics/${id}`)).body).toMatchObject({
    state: 'done',
    chosen: { candidateId, reason: '入冬前要办' },
    session: { id: invited.id },
    outcome: { text: '十月底前装好 40 盏' },
  });
  expect((await act(district, id, 'choose', { candidateId, reason: '再选' })).body.code).toBe('ROUND_STATE');
  const lines = (await linesOf(test_, district, 'topics.xlsx')).filter((line) => line.结果 === '十月底前装好 40 盏');
  expect(lines).toEqual([
    expect.objectContaining({ 月份: '2026-09', 进度: '有结果了', 候选: candidates[2]!.title, 选定: '是' }),
  ]);
});

test('a unit does nothing with the round of another', async () => {
  const desk = await test_.as('organizer', (await anOrganizer(test_)).name);
  const { id, candidates } = await opened(district);
  const bodies = {
    open: {},
    choose: { candidateId: candidates[0]!.id, reason: '替别人选' },
    session: { sessionId: candidates[0]!.id },
    outcome: { text: '替别人说' },
  };
  for (const [what, body] of Object.entries(bodies)) expect((await act(desk, id, what, body)).status).toBe(404);
  const items = [{ title: '别的' }];
  expect((await desk.refused('PUT', `/monthly-topics/${id}/candidates`, { items })).status).toBe(404);
  expect((await desk.get<Page<Round>>('/desk/monthly-topics')).body.items).toEqual([]);
  expect(await linesOf(test_, desk, 'topics.csv')).toEqual([]);
});
