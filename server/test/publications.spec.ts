import type { HeldPublication } from '@openday/shared/publications';
import type { DeskSuggestion, EventAnswers, Suggestion } from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { ContentCheck } from '../src/modules/suggestions/content-check.entity';
import { ContentCheckJob } from '../src/modules/suggestions/content-check.job';
import { ContentCheckWriter } from '../src/modules/suggestions/content-check.writer';
import { HeldPublication as HeldRow } from '../src/modules/suggestions/held-publication.entity';
import type { Api } from './support/api';
import { anOrganizer, aPublishedSession } from './support/factories';
import { MessageWorld, type Person } from './support/message-world';
import { say } from './support/suggestions';

const CHECK = '/wxa/msg_sec_check';
const ANSWER = '东门三盏灯已经换好';
const QUESTION = '东门的路灯什么时候修';

let world: MessageWorld;
let unit: { id: string; name: string };
let desk: Api;
let eventId: string;

beforeAll(async () => {
  world = await MessageWorld.start();
  unit = await anOrganizer(world.app);
  desk = await world.app.as('organizer', unit.name);
  ({ eventId } = await aPublishedSession(desk, {}, { organizerId: unit.id }));
});
afterAll(() => world.stop());
beforeEach(() => {
  world.forget();
  world.fake.verdict = 'pass';
});

const look = (app = world.app.app) => app.get(ContentCheckJob).run();
const checkOf = (suggestionId: string) => world.app.database.read.findOneBy(ContentCheck, { suggestionId });
const heldRow = (suggestionId: string) => world.app.database.read.findOneBy(HeldRow, { suggestionId });
const isDue = (suggestionId: string) =>
  world.app.database.write((manager) => manager.update(ContentCheck, { suggestionId }, { dueAt: new Date(0) }));
const about = async (id: string) =>
  (await world.app.anonymous.get<EventAnswers>(`/events/${eventId}/answers`)).body.items.filter((one) => one.id === id);
const waiting = async (who: Api) => (await who.get<Page<HeldPublication>>('/desk/publications?limit=100')).body.items;
const mine = async ({ api }: Person, id: string) => (await api.get<Suggestion>(`/suggestions/${id}`)).body.publication;

/** Something said about the event by somebody known to WeChat, and taken by the unit. */
async function taken(): Promise<{ who: Person; id: string }> {
  const who = await world.person();
  const { id } = (await say(who.api, { eventId, text: '我家门口的路灯不亮' })).body;
  await desk.post(`/suggestions/${id}/take`, {});
  return { who, id };
}
const answer = (id: string, question = QUESTION) =>
  desk.post<DeskSuggestion>(`/suggestions/${id}/answer`, { text: ANSWER, question });

test('what WeChat passes is public on the unit’s word, and WeChat was asked about the resident’s own words', async () => {
  const { who, id } = await taken();
  await look();
  expect(world.fake.calls.find(({ path }) => path === CHECK)?.body).toMatchObject({
    ...{ content: '我家门口的路灯不亮', openid: who.openid, version: 2 },
  });
  expect((await answer(id)).body).toMatchObject({ published: { question: QUESTION }, publication: { state: 'open' } });
  expect(await about(id)).toHaveLength(1);
  expect(await mine(who, id)).toEqual({ state: 'open', question: QUESTION, reason: null });
});

test.each(['risky', 'review'] as const)(
  'what WeChat calls %s waits for a second person, who opens it',
  async (said) => {
    const { who, id } = await taken();
    world.fake.verdict = said;
    await look();
    expect((await answer(id)).body).toMatchObject({ published: null, publication: { state: 'waiting' } });
    expect(await about(id)).toEqual([]);
    expect(await mine(who, id)).toMatchObject({ state: 'waiting', question: QUESTION });
    const neighbour = await world.app.as('organizer', (await anOrganizer(world.app)).name);
    expect(await waiting(neighbour)).toEqual([]);
    const expected = { id, why: said, said: ['我家门口的路灯不亮'], question: QUESTION, answer: ANSWER };
    expect(await waiting(desk)).toContainEqual(expect.objectContaining({ ...expected, mine: true }));
    expect(await waiting(world.desk)).toContainEqual(expect.objectContaining({ ...expected, mine: false }));
    const approve = `/suggestions/${id}/publication/approve`;
    expect((await neighbour.refused('POST', approve)).status).toBe(404);
    expect(await desk.refused('POST', approve)).toMatchObject({ status: 409, code: 'SECOND_PERSON' });
    expect((await world.desk.post(approve)).body).toEqual({ ok: true });
    expect(await about(id)).toMatchObject([{ question: QUESTION, answer: ANSWER }]);
    expect((await world.desk.refused('POST', approve)).code).toBe('SUGGESTION_STATE');
    const acts = await world.app.database.read.findBy(AuditEntry, { targetId: id, act: 'publication.approve' });
    expect(acts).toHaveLength(1);
    // The same wording again is public already, and waits for nobody.
    expect((await answer(id)).body.publication).toMatchObject({ state: 'open' });
  },
);

test('a refusal says why to the unit and to the resident; the same wording stays refused, another waits', async () => {
  const { who, id } = await taken();
  world.fake.verdict = 'risky';
  await look();
  await answer(id);
  await world.desk.post(`/suggestions/${id}/publication/refuse`, { reason: '看得出是哪一户，请换个说法' });
  const refused = { state: 'refused', question: QUESTION, reason: '看得出是哪一户，请换个说法' };
  expect(await mine(who, id)).toEqual(refused);
  expect((await answer(id)).body.publication).toEqual(refused);
  expect((await waiting(world.desk)).map((one) => one.id)).not.toContain(id);
  expect((await answer(id, '路灯什么时候修')).body.publication).toMatchObject({ state: 'waiting' });
  expect(await about(id)).toEqual([]);
  const { body } = await desk.post<DeskSuggestion>(`/suggestions/${id}/publish`, { question: null });
  expect([body.publication, await heldRow(id)]).toEqual([null, null]);
});

test('while WeChat does not answer it waits, is not lost, and is public by itself once WeChat has passed it', async () => {
  const { id } = await taken();
  world.fake.fail(CHECK, 'cut');
  await look();
  const row = await checkOf(id);
  expect(row).toMatchObject({ verdict: null, tries: 1 });
  expect(row!.dueAt!.getTime()).toBeGreaterThan(Date.now() + 30_000);
  expect((await answer(id)).body.publication).toMatchObject({ state: 'waiting' });
  expect((await waiting(world.desk)).find((one) => one.id === id)).toMatchObject({ why: 'unchecked' });
  await isDue(id);
  await look();
  expect(await checkOf(id)).toMatchObject({ verdict: 'pass', dueAt: null });
  expect(await about(id)).toHaveLength(1);
  expect(await heldRow(id)).toBeNull();
});

test('what waits for WeChat’s word stays waiting where that is not good', async () => {
  const { id } = await taken();
  await answer(id);
  world.fake.verdict = 'risky';
  await look();
  expect((await waiting(world.desk)).find((one) => one.id === id)).toMatchObject({ why: 'risky' });
  expect(await about(id)).toEqual([]);
});

test('whose words WeChat cannot look at is public on the word of who worded it', async () => {
  const away = await taken();
  world.fake.verdict = 61010;
  await look();
  const onTheWeb = await world.app.as('resident', '网页上的人');
  const { id } = (await say(onTheWeb, { eventId })).body;
  await desk.post(`/suggestions/${id}/take`, {});
  world.fake.calls.length = 0;
  await look();
  expect(world.fake.count(CHECK)).toBe(0);
  for (const one of [away.id, id]) {
    expect(await checkOf(one)).toMatchObject({ verdict: 'none', dueAt: null });
    expect((await answer(one)).body.publication).toMatchObject({ state: 'open' });
  }
});

test('after five tries WeChat is asked no more', async () => {
  const { id } = await taken();
  for (let i = 0; i < 5; i++) {
    world.fake.fail(CHECK, 45009);
    await look();
    if (i < 4) await isDue(id);
  }
  expect(await checkOf(id)).toMatchObject({ verdict: 'none', dueAt: null, tries: 5 });
});

test('a word added is looked at with the rest, and a look that began before it counts no more', async () => {
  const { who, id } = await taken();
  await look();
  world.fake.verdict = 'review';
  await who.api.post(`/suggestions/${id}/notes`, { text: '说了不好听的话' });
  expect(await checkOf(id)).toMatchObject({ verdict: null, tries: 0 });
  await look();
  expect(world.fake.calls.at(-1)?.body.content).toBe('我家门口的路灯不亮\n说了不好听的话');
  expect((await answer(id)).body.publication).toMatchObject({ state: 'waiting' });
});

test('one of two lookers has it; what one had in hand when it died is looked at again once its claim is over', async () => {
  const { id } = await taken();
  expect((await Promise.all([look(), look()])).sort()).toEqual([0, 1]);
  expect(world.fake.count(CHECK)).toBe(1);
  const dead = { verdict: null, tries: 1, dueAt: new Date(Date.now() + 120_000) };
  await world.app.database.write((manager) => manager.update(ContentCheck, { suggestionId: id }, dead));
  expect(await look()).toBe(0);
  await isDue(id);
  expect(await look()).toBe(1);
  expect(await checkOf(id)).toMatchObject({ verdict: 'pass' });
});

test('who was held up until its claim was over decides nothing any more: another has', async () => {
  const { id } = await taken();
  const checks = world.app.app.get(ContentCheckWriter);
  const claimed = await checks.claim((await checkOf(id))!);
  await isDue(id);
  expect(await look()).toBe(1);
  await checks.settle(claimed!, 'risky');
  expect(await checkOf(id)).toMatchObject({ verdict: 'pass', tries: 2 });
});

test('who deletes their account takes what waits along', async () => {
  const { who, id } = await taken();
  world.fake.verdict = 'risky';
  await look();
  await answer(id);
  await who.api.call('DELETE', '/me', { confirm: '删除' }, {});
  expect([await heldRow(id), await checkOf(id)]).toEqual([null, null]);
  expect((await waiting(world.desk)).map((one) => one.id)).not.toContain(id);
});
