import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoorCounts, DoorPack, DoorSession } from '@openday/shared/check-in';
import { dayOf, daysUntil } from '@openday/shared/dates';
import type { AnnouncedCard, EventDetail } from '@openday/shared/events';
import type { PlaceGroup } from '@openday/shared/places';
import type { Registration } from '@openday/shared/registrations';
import type { AttendanceReport } from '@openday/shared/reports';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { ENTITIES } from '../src/database/entities';
import { seedDemo } from '../src/demo/seed';
import { Account } from '../src/modules/accounts/account.entity';
import { CheckIn } from '../src/modules/check-in/check-in.entity';
import { Event } from '../src/modules/events/event.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { Organizer } from '../src/modules/organizers/organizer.entity';
import { Vault } from '../src/modules/privacy/vault.service';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { Venue } from '../src/modules/venues/venue.entity';
import { startApp, type TestApp } from './support/app';

const HOUR = 3_600_000;

/** What must hold of the rows whenever the demo is loaded. */
async function sound({ database }: TestApp, now: number): Promise<void> {
  const sessions = await database.read.find(EventSession);
  const days = sessions.map(({ startsAt }) => daysUntil(startsAt.toISOString(), now));
  expect(days).toContain(0);
  expect(days.filter((day) => day > 0 && day <= 7).length).toBeGreaterThanOrEqual(6);
  expect(days.filter((day) => day > 7).length).toBeGreaterThanOrEqual(4);
  const goingOn = sessions.filter((s) => s.startsAt.getTime() <= now && s.endsAt.getTime() >= now + 2 * HOUR);
  expect(goingOn).toHaveLength(1);

  const rows = await database.read.find(Row);
  const seats = (of: Row[]) => of.reduce((sum, row) => sum + row.seats, 0);
  for (const { id, taken, capacity } of await database.read.find(Quota)) {
    expect(taken).toBe(seats(rows.filter((row) => row.quotaId === id && row.status === 'confirmed')));
    expect(taken).toBeLessThanOrEqual(capacity);
  }
  for (const { id, waiting, endsAt, closesAt } of sessions) {
    const own = rows.filter((row) => row.sessionId === id);
    expect(waiting).toBe(seats(own.filter((row) => row.status === 'waitlisted')));
    const latest = Math.min(now, (closesAt ?? endsAt).getTime());
    expect(own.every((row) => row.createdAt.getTime() <= latest)).toBe(true);
  }
  // Of the year before only what was entered afterwards is there.
  const attended = sessions.filter((s) => s.endsAt.getTime() < now && s.endsAt.getTime() > now - 60 * 24 * HOUR);
  expect(attended.length).toBeGreaterThanOrEqual(6);
  const facts = await database.read.find(CheckIn);
  expect(attended.every(({ id }) => facts.some((fact) => fact.sessionId === id))).toBe(true);
  expect(facts.every((fact) => fact.at.getTime() <= now)).toBe(true);
}

describe('loaded now', () => {
  let test_: TestApp;
  let now: number;
  beforeAll(async () => {
    test_ = await startApp();
    // In a group others ran since this file was read.
    now = Date.now();
    await seedDemo(test_.app, new Date(now));
  });
  afterAll(() => test_.stop());

  const read = <T>(path: string) => test_.anonymous.get<T>(path).then(({ body }) => body);
  const report = async () => (await (await test_.as('district')).get<AttendanceReport>('/reports/attendance')).body;

  test('one today, several this week, some past; counters are the rows', () => sound(test_, now));

  test('a resident finds every kind of session, and events without a date to follow', async () => {
    const { items } = await read<Page<SessionCard>>('/sessions?limit=100');
    const phases = new Set(items.map(({ phase }) => phase));
    expect([...phases].sort()).toEqual(['closed', 'full', 'ongoing', 'open', 'soon', 'walkIn']);
    expect(items.some(({ phase, waiting }) => phase === 'full' && waiting > 0)).toBe(true);
    expect(dayOf(items.find(({ phase }) => phase === 'ongoing')!.startsAt)).toBe(dayOf(now));
    const announced = await read<Page<AnnouncedCard>>('/events?status=announced');
    expect(announced.items.length).toBeGreaterThanOrEqual(8);
    expect(announced.items.every(({ window }) => window.to > dayOf(now))).toBe(true);
    expect(announced.items.some(({ followers }) => followers > 0)).toBe(true);
    const detail = await read<EventDetail>(`/events/${items[0]!.eventId}`);
    expect(detail.programme?.title).toContain('政府开放月');
    expect(detail.contact?.phone).toMatch(/^0635-00000\d\d$/);
    expect(detail.content).not.toBe('');
  });

  test('towns and communities can be chosen by hand', async () => {
    const { groups } = await read<{ groups: PlaceGroup[] }>('/places');
    expect(groups.map(({ name, places }) => [name, places.length])).toEqual([
      ['九州街道', 6],
      ['许营镇', 2],
      ['顾官屯镇', 4],
    ]);
  });

  test('the demo resident has one for today, one waiting, one attended', async () => {
    const resident = await test_.as('resident');
    const { items } = (await resident.get<Page<Registration>>('/registrations')).body;
    const shown = items.map(({ status, seats, position, session }) => [
      Math.sign(daysUntil(session.startsAt, now)),
      status,
      seats,
      position,
    ]);
    expect(shown).toEqual([
      [1, 'waitlisted', 2, 3],
      [0, 'confirmed', 3, null],
      [-1, 'confirmed', 2, null],
    ]);
  });

  test('the board shows who came, with real differences', async () => {
    const { rows } = await report();
    const ended = rows.filter(({ state }) => state === 'ended');
    const checkedIn = ended.filter((row) => row.checkedIn !== null);
    expect(checkedIn.length).toBeGreaterThanOrEqual(6);
    for (const { registered, checkedIn: came } of checkedIn) {
      expect(came! / registered!).toBeGreaterThan(0.75);
      expect(came! / registered!).toBeLessThan(1.1);
    }
    // Those of the year before were counted too, and entered afterwards.
    const lately = ended.filter(({ endsAt }) => Date.parse(endsAt) > now - 60 * 24 * HOUR);
    expect(lately.filter((row) => row.checkedIn === null && row.handCount !== null)).toHaveLength(1);
    expect(ended.filter((row) => row.checkedIn !== null && row.handCount === null)).toHaveLength(1);
    expect(checkedIn.some((row) => row.handCount !== null && row.handCount !== row.checkedIn)).toBe(true);
  });

  test('the door has a session to scan for, and past ones are final', async () => {
    const staff = await test_.as('staff');
    const mine = (await staff.get<{ items: DoorSession[] }>('/check-in/sessions')).body.items;
    const today = mine.find((s) => Date.parse(s.startsAt) <= now && Date.parse(s.endsAt) > now)!;
    const { roster } = (await staff.get<DoorPack>(`/check-in/sessions/${today.id}/pack?deviceId=my-phone`)).body;
    expect(roster).toContainEqual(
      expect.objectContaining({ name: '王**', last4: '0001', seats: 3, arrived: 0, status: 'confirmed' }),
    );
    expect(roster.some(({ arrived }) => arrived > 0)).toBe(true);

    const district = await test_.as('district');
    const ended = (await report()).rows.filter(({ state }) => state === 'ended');
    const counts = await Promise.all(
      ended.map(async (row) => (await district.get<DoorCounts>(`/check-in/sessions/${row.sessionId}/counts`)).body),
    );
    // What was entered afterwards has no door.
    expect(counts.every(({ final, devices }) => final || devices.length === 0)).toBe(true);
    expect(counts.filter(({ devices }) => devices.length === 2).length).toBeGreaterThan(0);
    expect(counts.flatMap(({ conflicts }) => conflicts)).toHaveLength(1);
  });

  test('nobody can be reached who exists', async () => {
    const { read: manager } = test_.database;
    const vault = test_.app.get(Vault);
    const phones = [...(await manager.find(Account)), ...(await manager.find(Row))].flatMap(({ phone }) =>
      phone ? [vault.open(phone)] : [],
    );
    expect(phones.filter((phone) => !/^138000000\d\d$/.test(phone))).toEqual([]);
    const offices = [...(await manager.find(Organizer)), ...(await manager.find(Event))];
    expect(offices.filter(({ contactPhone }) => !/^0635-00000\d\d$/.test(contactPhone))).toEqual([]);
    const sources = join(__dirname, '../src/demo');
    for (const file of readdirSync(sources).filter((name) => !name.includes('.spec.')))
      expect(readFileSync(join(sources, file), 'utf8').match(/\b1[3-9]\d{9}\b|\b0\d{2,3}-\d{7,8}\b/g)).toBeNull();
    for (const { lng, lat } of await manager.find(Venue)) {
      expect(lng).toBeGreaterThan(115.95);
      expect(lng).toBeLessThan(116.08);
      expect(lat).toBeGreaterThan(36.4);
      expect(lat).toBeLessThan(36.48);
    }
  });

  test('loading again changes nothing', async () => {
    const counts = () => Promise.all(ENTITIES.map((entity) => test_.database.read.count(entity)));
    const before = await counts();
    await seedDemo(test_.app);
    expect(await counts()).toEqual(before);
  });
});

test.each(['2026-12-31T00:05', '2027-02-28T08:00', '2026-11-21T23:50'])('sound when loaded at %s', async (clock) => {
  const test_ = await startApp();
  const now = new Date(`${clock}:00+08:00`);
  await seedDemo(test_.app, now);
  await sound(test_, now.getTime());
  await test_.stop();
});
