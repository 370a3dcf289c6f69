import type { Programme } from '@openday/shared/places';
import type { Registration, Restriction } from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { Restriction as Row } from '../src/modules/registrations/restriction.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';
import { NoShows, restrictionsOn } from './support/no-shows';

const HOUR = 3_600_000;

let test_: TestApp;
let desk: Api;
let noShows: NoShows;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
  noShows = new NoShows(test_, desk);
});
afterAll(() => test_.stop());

test('who misses as often as the rule says waits for a seat, is told why, and is let go', async () => {
  const programme = await noShows.programme(2);
  const who = await test_.as('resident', '王小明');
  const first = await noShows.misses(who, programme, 1);
  expect(await noShows.seek(programme)).toBe(0);
  const missed = [...first, ...(await noShows.misses(who, programme, 1))];
  expect(await noShows.seek(programme)).toBe(1);
  const [restriction] = await noShows.restrictions(programme);
  expect(restriction).toMatchObject({
    programme: { id: programme.id, title: programme.title },
    name: '王*明',
    phoneLast4: missed[0]?.phoneLast4,
    missed: [{ theme: '居民议事日' }, { theme: '居民议事日' }],
    clearedAt: null,
  });
  expect(Date.parse(restriction!.until) - Date.parse(restriction!.from)).toBe(30 * 24 * HOUR);
  expect(await restrictionsOn(who)).toEqual([restriction]);
  const told = await test_.database.read.findBy(OutboxMessage, { subjectId: restriction!.id });
  expect(told.map(({ kind }) => kind)).toEqual(['restricted']);

  const next = await noShows.session(programme);
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
  expect(await restrictionsOn(who)).toEqual([]);
  expect((await desk.post<Restriction>(path, { reason: '再来一次' })).body.clearedAt).toBe(cleared.body.clearedAt);
  const audited = await test_.database.read.countBy(AuditEntry, {
    act: 'restriction.clear',
    targetId: restriction!.id,
  });
  expect(audited).toBe(2);
  // What one restriction has counted, none counts again.
  expect(await noShows.seek(programme)).toBe(0);
});

test('a rule that is ended lets everybody go', async () => {
  const programme = await noShows.programme(1);
  const who = await test_.as('resident', '冯小放');
  await noShows.misses(who, programme, 1);
  await noShows.seek(programme);
  const next = await noShows.session(programme);
  const held = (await register(who, next.id)).body;
  expect(held.status).toBe('waitlisted');
  await desk.patch(`/programmes/${programme.id}`, { noShowLimit: null, noShowDays: null });
  await noShows.seek(programme);
  expect(await restrictionsOn(who)).toEqual([]);
  expect((await who.get<Registration>(`/registrations/${held.id}`)).body.status).toBe('confirmed');
});

test('a restriction is forgotten thirty days after it ended, and not before', async () => {
  const programme = await noShows.programme(1);
  await noShows.misses(await test_.as('resident', '陈小忘'), programme, 1);
  await noShows.seek(programme);
  for (const [days, left] of [
    [29, 1],
    [31, 0],
  ] as const) {
    const until = new Date(Date.now() - days * 24 * HOUR);
    await test_.database.write((manager) => manager.update(Row, { programmeId: programme.id }, { until }));
    await test_.app.get(RetentionJob).runLists();
    expect(await noShows.restrictions(programme)).toHaveLength(left);
  }
});

test('the rule is set and ended by the programme’s unit, both numbers or neither', async () => {
  const { id } = await noShows.programme(3, 60);
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
  const programme = await noShows.programme(1);
  const who = await test_.as('resident', '郑小远');
  await noShows.misses(who, programme, 1);
  await noShows.seek(programme);
  const [restriction] = await restrictionsOn(who);
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  expect((await neighbour.get<Page<Restriction>>('/restrictions')).body.items).toEqual([]);
  const clear = `/restrictions/${restriction!.id}/clear`;
  expect(await neighbour.refused('POST', clear, { reason: '帮个忙' })).toMatchObject({ status: 404 });
  expect(await who.refused('POST', clear, { reason: '我自己' })).toMatchObject({ status: 403 });
  expect(await who.refused('GET', '/restrictions')).toMatchObject({ status: 403 });
});

test('a restriction shows what somebody was called in that programme, not at another unit', async () => {
  const other = await anOrganizer(test_);
  const elsewhere = await aPublishedSession(await test_.as('organizer', other.name));
  const who = await test_.as('resident', '钱多多');
  await register(who, elsewhere.id);
  await who.patch('/me', { name: '李小四' });
  const programme = await noShows.programme(1);
  await noShows.misses(who, programme, 1);
  await noShows.seek(programme);
  expect((await noShows.restrictions(programme)).map(({ name }) => name)).toEqual(['李*四']);
  const lines = await linesOf(test_, desk, 'restrictions.xlsx');
  expect(lines.filter((line) => line.计划 === programme.title)).toEqual([
    expect.objectContaining({
      姓名: '李*四',
      几场没来: 1,
      哪几场: expect.stringContaining('居民议事日'),
      状态: '受限制',
    }),
  ]);
});
