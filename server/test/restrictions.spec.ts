import { randomUUID } from 'node:crypto';
import type { ScanReply } from '@openday/shared/check-in';
import type { SessionDetail } from '@openday/shared/events';
import type { Programme } from '@openday/shared/places';
import type { Registration, Restriction } from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { NoShowJob } from '../src/modules/check-in/no-show.job';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Programme as ProgrammeRow } from '../src/modules/programmes/programme.entity';
import { Restriction as Row } from '../src/modules/registrations/restriction.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let programmes = 0;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const HOUR = 3_600_000;

async function aProgramme(noShowLimit = 2, noShowDays = 30): Promise<Programme> {
  const made = await desk.post<Programme>('/programmes', { title: `第${++programmes}个开放月`, year: 2026 });
  return (await desk.patch<Programme>(`/programmes/${made.body.id}`, { noShowLimit, noShowDays })).body;
}
const sessionOf = ({ id }: Programme) => aPublishedSession(desk, {}, { programmeId: id });

/** Over since `hours`. */
const itWasHeld = ({ id }: SessionDetail, hours = 30) =>
  test_.database.write((manager) =>
    manager.update(
      EventSession,
      { id },
      { startsAt: new Date(Date.now() - (hours + 2) * HOUR), endsAt: new Date(Date.now() - hours * HOUR) },
    ),
  );

let seq = 0;
/** The unit's own door, where the registration is found in the roster. */
const scan = async (session: SessionDetail, { id }: Registration) => {
  const scans = [
    {
      ...{ id: randomUUID(), seq: ++seq, sessionId: session.id, kind: 'scan', registrationId: id, seats: 1 },
      ...{ at: new Date().toISOString(), clockOffsetMs: 0, shown: 'go' },
    },
  ];
  const { items } = (await desk.post<ScanReply>('/check-in/scans', { deviceId: 'door-desk', scans })).body;
  expect(items).toMatchObject([{ result: 'stored' }]);
};

/** Who misses `times` sessions of the programme to which somebody else comes. */
async function misses(who: Api, programme: Programme, times: number, body: object = {}): Promise<Registration[]> {
  const missed = [];
  const neighbour = await test_.as('resident', '每次都来');
  for (let i = 0; i < times; i++) {
    const session = await sessionOf(programme);
    missed.push((await register(who, session.id, body)).body);
    await scan(session, (await register(neighbour, session.id)).body);
    await itWasHeld(session);
  }
  return missed;
}

const seek = async ({ id }: Programme, app = test_) => {
  await test_.database.write((manager) => manager.update(ProgrammeRow, { id }, { noShowsSoughtAt: null }));
  return app.app.get(NoShowJob).run();
};
const restrictionsOf = async (programme: Programme) =>
  (await desk.get<Page<Restriction>>('/restrictions')).body.items.filter((one) => one.programme.id === programme.id);
const mine = async (who: Api) => (await who.get<{ items: Restriction[] }>('/me/restrictions')).body.items;

test('who misses as often as the rule says waits for a seat, is told why, and is let go', async () => {
  const programme = await aProgramme(2);
  const who = await test_.as('resident', '王小明');
  const first = await misses(who, programme, 1);
  expect(await seek(programme)).toBe(0);
  const missed = [...first, ...(await misses(who, programme, 1))];
  expect(await seek(programme)).toBe(1);
  const [restriction] = await restrictionsOf(programme);
  expect(restriction).toMatchObject({
    programme: { id: programme.id, title: programme.title },
    name: '王*明',
    phoneLast4: missed[0]?.phoneLast4,
    missed: [{ theme: '居民议事日' }, { theme: '居民议事日' }],
    clearedAt: null,
  });
  expect(Date.parse(restriction!.until) - Date.parse(restriction!.from)).toBe(30 * 24 * HOUR);
  expect(await mine(who)).toEqual([restriction]);
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: restriction!.id });
  expect(told.map(({ kind }) => kind)).toEqual(['restricted']);

  const next = await sessionOf(programme);
  const held = (await register(who, next.id)).body;
  expect(held).toMatchObject({ status: 'waitlisted', position: 1 });
  expect(held.heldBackUntil).not.toBeNull();
  const elsewhere = await aPublishedSession(desk);
  expect((await register(who, elsewhere.id)).body.status).toBe('confirmed');

  const path = `/restrictions/${restriction!.id}/clear`;
  const cleared = await desk.post<Restriction>(path, { reason: '当天住院了' });
  expect(cleared).toMatchObject({ status: 200, body: { id: restriction!.id } });
  expect(cleared.body.clearedAt).not.toBeNull();
  expect((await who.get<Registration>(`/registrations/${held.id}`)).body).toMatchObject({
    status: 'confirmed',
    heldBackUntil: null,
  });
  expect(await mine(who)).toEqual([]);
  expect((await desk.post<Restriction>(path, { reason: '再来一次' })).body.clearedAt).toBe(cleared.body.clearedAt);
  const audited = await test_.database.read.countBy(AuditEntry, {
    act: 'restriction.clear',
    targetId: restriction!.id,
  });
  expect(audited).toBe(2);
  // What one restriction has counted, none counts again.
  expect(await seek(programme)).toBe(0);
});

test('asked by two replicas at once, one restriction is imposed', async () => {
  const programme = await aProgramme(1);
  await misses(await test_.as('resident', '李小红'), programme, 1);
  const other = onMariadb ? await test_.replica() : test_;
  const imposed = await Promise.all([test_, other, test_, other].map(({ app }) => app.get(NoShowJob).run()));
  expect(imposed.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(await restrictionsOf(programme)).toHaveLength(1);
});

test('by proxy, over 60, and where nobody used check-in, a no-show counts for nothing', async () => {
  const programme = await aProgramme(1);
  const worker = await test_.as('resident', '网格员');
  const onBehalfOf = { name: '赵爷爷', phone: '13800000031', relation: 'served', consent: true };
  await misses(worker, programme, 2, { onBehalfOf });
  const elder = await test_.as('resident', '钱奶奶');
  await elder.patch('/me', { over60: true });
  await misses(elder, programme, 2);
  const unused = await sessionOf(programme);
  await register(await test_.as('resident', '孙小刚'), unused.id);
  await itWasHeld(unused);
  expect(await seek(programme)).toBe(0);
  expect(await restrictionsOf(programme)).toEqual([]);
});

test('a session counts a day after its end, and not once the days of the rule are over', async () => {
  const programme = await aProgramme(1, 7);
  const neighbour = await test_.as('resident', '每次都来');
  for (const [name, hours] of [
    ['周小一', 3],
    ['周小二', 8 * 24],
  ] as const) {
    const session = await sessionOf(programme);
    await register(await test_.as('resident', name), session.id);
    await scan(session, (await register(neighbour, session.id)).body);
    await itWasHeld(session, hours);
  }
  expect(await seek(programme)).toBe(0);
});

test('a door that uploads late clears what it shows to be wrong', async () => {
  const programme = await aProgramme(1);
  const who = await test_.as('resident', '吴小来');
  const [missed] = await misses(who, programme, 1);
  expect(await seek(programme)).toBe(1);
  await scan({ id: missed!.session.id } as SessionDetail, missed!);
  expect(await seek(programme)).toBe(0);
  expect(await mine(who)).toEqual([]);
  const [restriction] = await restrictionsOf(programme);
  expect(restriction?.clearedAt).not.toBeNull();
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: restriction!.id });
  expect(told.map(({ kind }) => kind).sort()).toEqual(['restricted', 'restrictionCleared']);
});

test('a rule that is ended lets everybody go', async () => {
  const programme = await aProgramme(1);
  const who = await test_.as('resident', '冯小放');
  await misses(who, programme, 1);
  await seek(programme);
  const next = await sessionOf(programme);
  const held = (await register(who, next.id)).body;
  expect(held.status).toBe('waitlisted');
  await desk.patch(`/programmes/${programme.id}`, { noShowLimit: null, noShowDays: null });
  await seek(programme);
  expect(await mine(who)).toEqual([]);
  expect((await who.get<Registration>(`/registrations/${held.id}`)).body.status).toBe('confirmed');
});

test('a restriction is forgotten thirty days after it ended, and not before', async () => {
  const programme = await aProgramme(1);
  await misses(await test_.as('resident', '陈小忘'), programme, 1);
  await seek(programme);
  for (const [days, left] of [
    [29, 1],
    [31, 0],
  ] as const) {
    const until = new Date(Date.now() - days * 24 * HOUR);
    await test_.database.write((manager) => manager.update(Row, { programmeId: programme.id }, { until }));
    await test_.app.get(RetentionJob).runLists();
    expect(await restrictionsOf(programme)).toHaveLength(left);
  }
});

test('the rule is set and ended by the programme’s unit, both numbers or neither', async () => {
  const { id } = await aProgramme(3, 60);
  const path = `/programmes/${id}`;
  expect((await desk.get<{ items: Programme[] }>('/programmes')).body.items.find((p) => p.id === id)).toMatchObject({
    noShowLimit: 3,
    noShowDays: 60,
  });
  for (const half of [
    { noShowLimit: 3, noShowDays: null },
    { noShowLimit: null, noShowDays: 9 },
    { noShowLimit: 3 },
    {},
  ])
    expect(await desk.refused('PATCH', path, half)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await desk.refused('PATCH', path, { noShowLimit: 11, noShowDays: 9 })).toMatchObject({ status: 400 });
  const ended = await desk.patch<Programme>(path, { noShowLimit: null, noShowDays: null });
  expect(ended.body).toMatchObject({ id, noShowLimit: null, noShowDays: null });
  const audited = await test_.database.read.countBy(AuditEntry, { act: 'programme.change', targetId: id });
  expect(audited).toBe(2);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect(await neighbour.refused('PATCH', path, { noShowLimit: 1, noShowDays: 1 })).toMatchObject({ status: 404 });
});

test('a neighbour neither sees nor clears a restriction', async () => {
  const programme = await aProgramme(1);
  const who = await test_.as('resident', '郑小远');
  await misses(who, programme, 1);
  await seek(programme);
  const [restriction] = await mine(who);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect((await neighbour.get<Page<Restriction>>('/restrictions')).body.items).toEqual([]);
  const clear = `/restrictions/${restriction!.id}/clear`;
  expect(await neighbour.refused('POST', clear, { reason: '帮个忙' })).toMatchObject({ status: 404 });
  expect(await who.refused('POST', clear, { reason: '我自己' })).toMatchObject({ status: 403 });
  expect(await who.refused('GET', '/restrictions')).toMatchObject({ status: 403 });
});
