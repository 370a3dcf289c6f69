import type { FindSummary } from '@openday/shared/find';
import { FORMS } from '@openday/shared/forms';
import type { SessionCard } from '@openday/shared/sessions';
import { TOPICS } from '@openday/shared/topics';
import type { Page } from '@openday/shared/wire';
import { assert, asyncProperty, constantFrom, integer, option, record } from 'fast-check';
import { DiscoveryReader } from '../src/modules/discovery/discovery.reader';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import { startApp, type TestApp } from './support/app';
import { anOrganizer } from './support/factories';
import { HERE, manySessions } from './support/sessions';

let test_: TestApp;
let reader: DiscoveryReader;
let units: Organizer[];
let sessionIds: string[];
const COUNT = 1000;

beforeAll(async () => {
  test_ = await startApp();
  reader = test_.app.get(DiscoveryReader, { strict: false });
  const district = await anOrganizer(test_, { name: '高新区' });
  const bureau = await anOrganizer(test_, { parentId: district.id, name: '高新区建设管理部' });
  const office = await anOrganizer(test_, { parentId: bureau.id, name: '高新区物业服务中心' });
  units = [bureau, office, await anOrganizer(test_, { parentId: district.id, name: '高新区交警大队' })];
  let state = 20_261_121;
  const whole = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  sessionIds = await manySessions(test_, units, COUNT, whole);
  await reader.built();
});
afterAll(() => test_.stop());

type Query = Record<string, string | number | boolean | null | undefined>;
const text = (query: Query): string =>
  Object.entries(query)
    .flatMap(([name, value]) => (value === undefined || value === null ? [] : `${name}=${encodeURIComponent(value)}`))
    .join('&');
const find = async (query: Query) => {
  const { status, body } = await test_.anonymous.get<Page<SessionCard>>(`/sessions?${text(query)}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const summary = async (query: Query) =>
  (await test_.anonymous.get<FindSummary>(`/sessions/summary?${text(query)}`)).body;

/** As answered while there is no index. */
async function bySql<T>(ask: () => Promise<T>): Promise<T> {
  const without = [
    jest.spyOn(reader, 'current').mockResolvedValue(null),
    jest.spyOn(reader, 'fresh').mockReturnValue(null),
  ];
  try {
    return await ask();
  } finally {
    for (const spy of without) spy.mockRestore();
  }
}

async function walk(query: Query): Promise<SessionCard[]> {
  const all: SessionCard[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<SessionCard> = await find({ ...query, cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

const DAY_MS = 86_400_000;
const TODAY = Math.floor(Date.now() / DAY_MS);
const day = (days: number) => new Date((TODAY + days) * DAY_MS).toISOString();
const maybe = <T>(...values: T[]) => option(constantFrom(...values), { freq: 2 });
const filters = () =>
  record({
    place: option(constantFrom(HERE, { lng: 116.02, lat: 36.45 }, { lng: 116.9, lat: 36.1 }), { freq: 3 }),
    radius: maybe(500, 1500, 100_000),
    from: maybe(day(-2), day(1)),
    to: maybe(day(0), day(3)),
    form: maybe(...FORMS),
    topic: maybe(...TOPICS),
    unit: option(integer({ min: 0, max: 3 }), { freq: 2 }),
    q: maybe('社保', '议事 居民', '建管部', '参观', 'openday', '高新交警', 'canguan', '没有这个'),
    open: maybe(true),
    accessible: maybe(true),
    walkIn: maybe(true),
    past: maybe(true),
    limit: constantFrom(1, 7, 20),
  }).map(({ place, unit, ...rest }) => ({
    ...place,
    ...rest,
    ...(unit !== null && { organizer: units[unit]?.id ?? units[0]!.parentId! }),
  }));

test('the index and the database give the same page, the same next one, and the same summary', async () => {
  await assert(
    asyncProperty(filters(), async (query) => {
      const pages = async () => {
        const first = await find(query);
        return [first, first.nextCursor ? await find({ ...query, cursor: first.nextCursor }) : null];
      };
      expect(await pages()).toEqual(await bySql(pages));
      const { limit: _, ...counted } = query;
      expect(await summary(counted)).toEqual(await bySql(() => summary(counted)));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['by time', {}],
  ['by distance', HERE],
  ['of one unit', { ...HERE, unit: true }],
  ['of what is over', { past: true }],
])('a walk through a thousand sessions %s repeats and leaves out none', async (_, { unit, ...query }: Query) => {
  const asked = { ...query, limit: 37, ...(unit && { organizer: units[2]!.id }) };
  const { total } = await summary({ ...asked, limit: undefined });
  const seen = (await walk(asked)).map(({ id }) => id);
  expect(total).toBeGreaterThan(100);
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
  expect(sessionIds).toEqual(expect.arrayContaining(seen));
});

test('each filter finds only what it says', async () => {
  const every = async (query: Query, holds: (card: SessionCard) => boolean) => {
    const found = await walk({ ...query, limit: 100 });
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((card) => !holds(card))).toEqual([]);
  };
  await every({ form: 'council' }, ({ forms }) => forms.includes('council'));
  await every({ topic: 'health' }, ({ topic }) => topic === 'health');
  await every({ accessible: true }, ({ venue }) => venue.access.some((note) => note === 'ramp' || note === 'lift'));
  await every({ walkIn: true }, ({ mode }) => mode === 'none');
  await every({ organizer: units[1]!.id }, ({ organizer }) => organizer.id === units[1]!.id);
  await every({ organizer: units[0]!.id }, ({ organizer }) => organizer.id !== units[2]!.id);
  await every({ open: true }, ({ phase }) => ['open', 'walkIn', 'ongoing'].includes(phase));
  await every({ past: true }, ({ phase, outcome }) => phase === 'ended' && outcome !== null);
  await every({ ...HERE, radius: 1000 }, ({ distance }) => distance !== null && distance <= 1000);
  await every({ from: day(1), to: day(2) }, ({ startsAt }) => startsAt >= day(1) && startsAt < day(2));
  await every({ q: 'xiaofang' }, ({ theme, venue }) => theme.includes('消防') || venue.name.includes('消防'));
});

test('a summary counts by day, and a unit with those below it', async () => {
  const found = await walk({ limit: 100 });
  const { total, days, organizers, forms } = await summary({});
  expect(total).toBe(found.length);
  expect(days.map((one) => one.day)).toEqual([...days.map((one) => one.day)].sort());
  expect(days.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(total);
  const heldBy = (wanted: Organizer[]) =>
    found.filter(({ organizer }) => wanted.some(({ id }) => id === organizer.id)).length;
  const of = (unit: Organizer) => organizers.find(({ id }) => id === unit.id);
  expect(of(units[0]!)).toEqual({
    id: units[0]!.id,
    name: '高新区建设管理部',
    sessions: heldBy([units[0]!, units[1]!]),
  });
  expect(organizers[0]).toMatchObject({ name: '高新区', sessions: total });
  expect(forms.find(({ form }) => form === 'talk')?.sessions).toBe(
    found.filter((card) => card.forms.includes('talk')).length,
  );
});
