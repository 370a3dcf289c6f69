import type { EventDetail } from '@openday/shared/events';
import type { PlanImport, PublishedRows } from '@openday/shared/plans';
import type { QueryRunner } from 'typeorm';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';
import { NoShows } from './support/no-shows';

/** The order of locks in server/src/modules/registrations/event-locks.queries.ts. Run on MariaDB alone: the embedded database has no row locks. */
const ORDER = ['plan_imports', 'plan_rows', 'programmes', 'restrictions', 'events', 'event_sessions', 'quotas'];

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

interface Lock {
  table: string;
  /** The statement's parameters, as text. */
  on: string;
}

/** What `work` locks, by transaction, in order. */
async function locksOf(work: () => Promise<unknown>): Promise<Lock[][]> {
  const { connection } = await test_.database.write(async (manager) => manager);
  const { logger } = connection;
  const transactions: Lock[][] = [];
  const open = new Map<QueryRunner | undefined, Lock[]>();
  connection.logger = Object.create(logger, {
    logQuery: {
      value: (sql: string, parameters: unknown[] | undefined, runner?: QueryRunner) => {
        for (const statement of sql.split(';').map((one) => one.trim())) {
          if (/^START TRANSACTION/i.test(statement)) {
            open.set(runner, []);
            transactions.push(open.get(runner)!);
          }
          const [, table] = /^(?:UPDATE|DELETE FROM|SELECT .*? FROM) `?(\w+)/is.exec(statement) ?? [];
          const locks = /^(UPDATE|DELETE)/i.test(statement) || /FOR UPDATE$/i.test(statement);
          if (table && locks && ORDER.includes(table))
            open.get(runner)?.push({ table, on: JSON.stringify(parameters) });
        }
      },
    },
  }) as typeof logger;
  try {
    await work();
  } finally {
    connection.logger = logger;
  }
  return transactions.filter((locks) => locks.length > 0);
}

/** Each kind is locked once, for all rows of it that are needed, and in order. */
function expectOrder(transactions: Lock[][], sessions: string[] = []): void {
  expect(transactions.length).toBeGreaterThan(0);
  for (const locks of transactions) {
    const first = [...new Set(locks.map(({ table }) => table))];
    expect(first).toEqual([...first].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  }
  const all = transactions.flatMap((locks) => locks.filter(({ table }) => table === 'event_sessions').slice(0, 1));
  expect(sessions.filter((id) => !all.some(({ on }) => on.includes(id)))).toEqual([]);
}

const twoSessions = async (): Promise<EventDetail> => {
  const made = await desk.post<EventDetail>('/events', {
    theme: '两场',
    sessions: [48, 24].map((hours) => ({
      venue: { name: '大厅', lng: 116, lat: 36 },
      startsAt: inHours(hours),
      endsAt: inHours(hours + 2),
      mode: 'firstCome',
      quotas: [{ name: '居民', capacity: 5 }],
    })),
  });
  return (await desk.post<EventDetail>(`/events/${made.body.id}/publish`)).body;
};

test('locks are taken in one order: cancelling an event, asking its questions', async () => {
  const event = await twoSessions();
  const ids = event.sessions.map(({ id }) => id);
  const ask = () => desk.put(`/events/${event.id}/questions`, { questions: [] });
  expectOrder(await locksOf(ask), ids);
  expectOrder(await locksOf(() => desk.post(`/events/${event.id}/cancel`, { reason: '另行安排' })), ids);
});

test('locks are taken in one order: taking a party to another session, either way', async () => {
  const { sessions } = await twoSessions();
  const [later, sooner] = sessions.map(({ id }) => id) as [string, string];
  for (const [from, to] of [
    [later, sooner],
    [sooner, later],
  ] as const) {
    const { id } = (await register(await test_.as('resident', `换场${from.slice(-6)}`), from)).body;
    const transactions = await locksOf(() =>
      desk.post(`/registrations/${id}/move`, { sessionId: to, reason: '换一下' }),
    );
    expectOrder(transactions, [from, to]);
    const [first] = transactions.flatMap((locks) => locks.filter(({ table }) => table === 'event_sessions'));
    expect([first!.on.includes(from), first!.on.includes(to)]).toEqual([true, true]);
  }
});

test('locks are taken in one order: registering, cancelling, moving, setting up', async () => {
  const session = await aPublishedSession(desk);
  const who = await test_.as('resident', '锁一锁');
  const id = (await register(who, session.id)).body.id;
  for (const work of [
    () => register(who, session.id, { seats: 1 }),
    () => who.patch(`/registrations/${id}`, { seats: 2 }),
    () => desk.patch(`/sessions/${session.id}`, { startsAt: inHours(70), confirm: true }),
    () => who.post(`/registrations/${id}/cancel`, {}),
    () => desk.put(`/sessions/${session.id}/setup`, { mode: 'firstCome', quotas: [{ name: '别的', capacity: 3 }] }),
    () => desk.post(`/sessions/${session.id}/cancel`, { reason: '另行安排' }),
  ])
    expectOrder(await locksOf(work), [session.id]);
});

test('locks are taken in one order: a plan’s rows made public again, moved against the order of their ids', async () => {
  await anOrganizer(test_, { name: '锁桥社区' });
  const text = (...themes: string[]) =>
    [
      '2030年锁序开放月计划表',
      ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t'),
      ...themes.map((theme) =>
        ['1', '6月中旬', theme, '邀请居民到现场看看', '20人', '锁桥社区', '办公室 0635-0000001'].join('\t'),
      ),
    ].join('\n');
  const imported = async (...themes: string[]) =>
    (await desk.post<PlanImport>('/plan-imports', { text: text(...themes) })).body;
  const plan = await imported('看农场', '看水渠');
  const venue = { name: '锁桥社区议事厅', lng: 116.0, lat: 36.44 };
  const rows = plan.items.map(({ id }) => id);
  const dated = (day: number) => ({ startsAt: inHours(24 * day), endsAt: inHours(24 * day + 2) });
  const decide = (shift: number) =>
    desk.patch(`/plan-imports/${plan.id}/rows`, {
      items: rows.map((row) => ({ row, decision: { ...dated(9 + shift), moreTimes: [dated(3 + shift)], venue } })),
    });
  const publish = () => desk.post<PublishedRows>(`/plan-imports/${plan.id}/publish`, { rows: [...rows].reverse() });
  await decide(0);
  const ids = (await publish()).body.items.flatMap(({ sessionIds }) => sessionIds);
  expect(ids).toHaveLength(4);
  expectOrder(await locksOf(() => decide(1)));
  expectOrder(await locksOf(publish), ids);
  expectOrder(await locksOf(() => imported('看水渠', '看农场')));
});

test('locks are taken in one order: letting people go who came after all', async () => {
  const noShows = new NoShows(test_, desk);
  const programme = await noShows.programme(1);
  const [one, two] = [await test_.as('resident', '冤枉一'), await test_.as('resident', '冤枉二')];
  const missed = [...(await noShows.misses(one, programme, 1)), ...(await noShows.misses(two, programme, 1))];
  await noShows.seek(programme);
  const next = await noShows.session(programme);
  const other = await noShows.session(programme);
  // Each waits in both, in another order.
  for (const [who, sessions] of [
    [one, [next, other]],
    [two, [other, next]],
  ] as const)
    for (const { id } of sessions) expect((await register(who, id)).body.status).toBe('waitlisted');
  for (const registration of missed) await noShows.comes(registration.session.id, registration);
  const transactions = await locksOf(() => noShows.seek(programme));
  expectOrder(transactions, [next.id, other.id]);
  for (const locks of transactions) {
    const [first] = locks.filter(({ table }) => table === 'event_sessions');
    if (first) expect([first.on.includes(next.id), first.on.includes(other.id)]).toEqual([true, true]);
  }
});
