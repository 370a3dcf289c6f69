import type { AnnouncedCard, EventDetail } from '@openday/shared/events';
import type { FindSummary } from '@openday/shared/find';
import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { DiscoveryReader } from '../src/modules/discovery/discovery.reader';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
/** Metres east of the point asked about; 0.001° of longitude here is 89.5 m. */
const HERE = { lng: 116.0, lat: 36.44 };
const east = (metres: number) => ({ name: `${metres} 米`, lng: HERE.lng + metres / 89_550, lat: HERE.lat });

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const find = async (query: string) => (await test_.anonymous.get<Page<SessionCard>>(`/sessions?${query}`)).body;

test('the nearest upcoming sessions come first where a point is given, the soonest where none is', async () => {
  const unit = await anOrganizer(test_);
  const at = (metres: number, hours: number) =>
    aPublishedSession(
      desk,
      { venue: east(metres), startsAt: inHours(hours), endsAt: inHours(hours + 1) },
      { organizerId: unit.id },
    );
  const far = await at(3000, 10);
  const near = await at(500, 30);
  const middle = await at(1200, 20);
  await aPublishedSession(
    desk,
    { venue: east(100), startsAt: inHours(-5), endsAt: inHours(-4) },
    { organizerId: unit.id },
  );

  const byPoint = await find(`organizer=${unit.id}&lng=${HERE.lng}&lat=${HERE.lat}`);
  expect(byPoint.items.map(({ id }) => id)).toEqual([near.id, middle.id, far.id]);
  expect(byPoint.items.map(({ distance }) => Math.round((distance ?? 0) / 10) * 10)).toEqual([500, 1200, 3000]);
  const byTime = await find(`organizer=${unit.id}`);
  expect(byTime.items.map(({ id }) => id)).toEqual([far.id, middle.id, near.id]);
  expect(byTime.items[0]!.distance).toBeNull();
  const within = await find(`organizer=${unit.id}&lng=${HERE.lng}&lat=${HERE.lat}&radius=1500`);
  expect(within.items).toHaveLength(2);
});

test('pages neither repeat nor skip a session, by time and by distance', async () => {
  const unit = await anOrganizer(test_);
  for (let i = 0; i < 7; i++)
    await aPublishedSession(
      desk,
      { venue: east(100 * (i % 3)), startsAt: inHours(20 + (i % 2)), endsAt: inHours(23) },
      { organizerId: unit.id },
    );
  for (const point of ['', `&lng=${HERE.lng}&lat=${HERE.lat}`]) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page<SessionCard> = await find(
        `organizer=${unit.id}&limit=2${point}${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  }
});

test('what is full is left out when a seat is asked for, what needs none is not', async () => {
  const unit = await anOrganizer(test_);
  const own = { organizerId: unit.id };
  const full = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 1 }] }, own);
  const walkIn = await aPublishedSession(
    desk,
    { mode: 'none', quotas: [], startsAt: inHours(60), endsAt: inHours(61) },
    own,
  );
  await aPublishedSession(desk, { opensAt: inHours(1) }, own);
  await register(await test_.as('resident', '占满'), full.id);
  expect((await find(`organizer=${unit.id}&open=true`)).items.map(({ id }) => id)).toEqual([walkIn.id]);
  const phases = (await find(`organizer=${unit.id}`)).items.map(({ phase }) => phase);
  expect(phases.sort()).toEqual(['full', 'soon', 'walkIn']);
});

test('search finds a part of the theme, the unit or the venue, and takes no wildcards', async () => {
  const unit = await anOrganizer(test_, { name: '高新区交警大队' });
  await aPublishedSession(
    desk,
    { venue: { name: '先锋社区党群中心', lng: 116, lat: 36.4 } },
    { theme: '警营开放日', organizerId: unit.id },
  );
  const hits = async (q: string) => (await find(`organizer=${unit.id}&q=${encodeURIComponent(q)}`)).items.length;
  expect([await hits('开放'), await hits('交警'), await hits('先锋'), await hits('消防')]).toEqual([1, 1, 1, 0]);
  expect(await hits('%消防%')).toBe(0);
});

test('a word by which nothing is found finds what resembles it, page by page and counted; one that finds something does not', async () => {
  const [unit, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const at = (theme: string, hours: number, organizerId = unit.id) =>
    aPublishedSession(desk, { startsAt: inHours(hours), endsAt: inHours(hours + 1) }, { theme, organizerId });
  const [first, second] = [await at('电动自行车充电安全', 10), await at('反诈课堂', 20)];
  const third = await at('电动自行车上牌', 30);
  await at('反诈课堂', -20);
  await test_.app.get(DiscoveryReader, { strict: false }).built();
  const ask = (q: string, more = '') => find(`organizer=${unit.id}&q=${encodeURIComponent(q)}${more}`);
  const hits = async (q: string, more = '') => (await ask(q, more)).items.map(({ id }) => id);

  expect([await hits('zi xing'), await hits('dian pai')]).toEqual([[first.id, third.id], []]);
  expect([await hits('反炸'), await hits('fanzha课堂')]).toEqual([[second.id], [second.id]]);
  const page = await ask('电动车', '&limit=1');
  expect(page.items.map(({ id }) => id)).toEqual([first.id]);
  expect(await hits('电动车', `&limit=1&cursor=${page.nextCursor}`)).toEqual([third.id]);
  expect(await hits('电动车 上牌')).toEqual([third.id]);
  const { body } = await test_.anonymous.get<FindSummary>(
    `/sessions/summary?organizer=${unit.id}&q=${encodeURIComponent('电动车')}`,
  );
  expect(body.total).toBe(2);

  // Elsewhere there are some that say so: here there is none.
  await at('电动车展', 10, other.id);
  expect(await hits('电动车')).toEqual([]);
  expect(await hits('反炸', '&past=true')).toHaveLength(1);
});

test('a form, a day and a unit above all narrow the list', async () => {
  const street = await anOrganizer(test_);
  const community = await anOrganizer(test_, { parentId: street.id });
  await aPublishedSession(desk, {}, { organizerId: community.id, forms: ['council', 'talk'] });
  expect((await find(`organizer=${street.id}&form=council`)).items).toHaveLength(1);
  expect((await find(`organizer=${street.id}&form=visit`)).items).toHaveLength(0);
  expect((await find(`organizer=${street.id}&from=${inHours(47)}&to=${inHours(49)}`)).items).toHaveLength(1);
  expect((await find(`organizer=${street.id}&to=${inHours(47)}`)).items).toHaveLength(0);
});

test('an event without a date is announced, followed, and its followers counted once', async () => {
  const unit = await anOrganizer(test_);
  const window = { text: '9月中旬', from: '2026-09-11', to: '2026-09-20', precision: 'tenDays' };
  const draft = await desk.post<EventDetail>('/events', { theme: '解读小麦补贴', organizerId: unit.id, window });
  expect(await test_.anonymous.refused('GET', `/events/${draft.body.id}`)).toMatchObject({ code: 'NOT_FOUND' });
  await desk.post(`/events/${draft.body.id}/publish`);
  const resident = await test_.as('resident', '关注的人');
  await resident.post(`/events/${draft.body.id}/follow`);
  expect((await resident.post(`/events/${draft.body.id}/follow`)).body).toEqual({ following: true, followers: 1 });
  const listed = async (who: Api) =>
    (await who.get<Page<AnnouncedCard>>(`/events?status=announced&organizer=${unit.id}`)).body.items;
  expect(await listed(resident)).toMatchObject([{ theme: '解读小麦补贴', window, followers: 1, following: true }]);
  expect(await listed(test_.anonymous)).toMatchObject([{ following: false }]);
  expect((await resident.delete(`/events/${draft.body.id}/follow`)).body).toEqual({ following: false, followers: 0 });
});

test('an announced event whose window has passed comes last, on its own page too', async () => {
  const unit = await anOrganizer(test_);
  const announce = async (theme: string, from: string, to: string) => {
    const window = { text: '某旬', from, to, precision: 'tenDays' };
    const { body } = await desk.post<EventDetail>('/events', { theme, organizerId: unit.id, window });
    await desk.post(`/events/${body.id}/publish`);
  };
  await announce('去年的', '2020-09-01', '2020-09-10');
  await announce('还早的', '2099-09-11', '2099-09-20');
  await announce('快到的', '2099-09-01', '2099-09-10');
  const page = async (cursor: string) =>
    (await test_.anonymous.get<Page<AnnouncedCard>>(`/events?organizer=${unit.id}&limit=2${cursor}`)).body;
  const first = await page('');
  const second = await page(`&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ theme }) => theme)).toEqual(['快到的', '还早的', '去年的']);
});

test('nothing can be published with neither date nor window', async () => {
  const { body } = await desk.post<EventDetail>('/events', { theme: '还没想好' });
  expect(await desk.refused('POST', `/events/${body.id}/publish`)).toMatchObject({ code: 'NOT_PUBLISHABLE' });
});

test('a session can be put in a calendar, which rings the day before', async () => {
  const session: SessionDetail = await aPublishedSession(desk, {}, { theme: '社区义诊' });
  const { body, headers } = await test_.anonymous.get<string>(`/sessions/${session.id}/calendar.ics`);
  expect(headers['content-type']).toContain('text/calendar');
  expect(body).toContain('SUMMARY:社区义诊');
  expect(body).toContain('TRIGGER:-P1D');
  expect(body).toContain(`DTSTART:${session.startsAt.replace(/[-:]|\.\d+/g, '')}`);
});

test('places to pick by hand are grouped under the town', async () => {
  const town = await anOrganizer(test_, { placeName: '许营镇', lng: 116.05, lat: 36.45 });
  await anOrganizer(test_, { parentId: town.id, placeName: '天津路社区', lng: 116.06, lat: 36.45 });
  const { body } = await test_.anonymous.get<{ groups: { name: string; places: { name: string }[] }[] }>('/places');
  const group = body.groups.find(({ name }) => name === '许营镇');
  expect(group?.places.map(({ name }) => name)).toEqual(['许营镇', '天津路社区']);
});
