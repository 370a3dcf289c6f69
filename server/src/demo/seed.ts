import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { NewSession } from '@openday/shared/sessions';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
import type { Caller } from '../http/access';
import type { Account } from '../modules/accounts/account.entity';
import { AccountsService } from '../modules/accounts/accounts.service';
import { Event } from '../modules/events/event.entity';
import { EventWriter } from '../modules/events/event.writer';
import { Follow } from '../modules/events/follow.entity';
import { EventSession } from '../modules/events/session.entity';
import { Organizer } from '../modules/organizers/organizer.entity';
import { PlansService } from '../modules/plans/plans.service';
import { ProgrammeWriter } from '../modules/programmes/programme.writer';
import type { Venue } from '../modules/venues/venue.entity';
import { ANNOUNCED_EVENTS } from './announced-events';
import { fillSession } from './booking';
import { recordDoor } from './check-ins';
import { COMING_EVENTS } from './coming-events';
import { draftSheet } from './draft-sheet';
import type { DemoEvent, DemoSession } from './event';
import { DAY, dayAt, spanOf, windowOf } from './moments';
import { type DemoClosing, recordYearBefore, writeClosings } from './outcomes';
import { PAST_EVENTS } from './past-events';
import { DOOR_STAFF, RESIDENTS } from './people';
import { addUnits, addVenues } from './places';
import { haveSaid } from './said';
import type { UnitKey } from './units';
import type { VenueKey } from './venues';

/** When the programme was made public, days before the demo is loaded. */
const PUBLISHED = -40;

interface Seeding {
  app: NestFastifyApplication;
  manager: EntityManager;
  now: number;
  units: Map<UnitKey, Organizer>;
  venues: Map<VenueKey, Venue>;
  residents: Account[];
  staff: Account[];
  district: Caller;
  programmeId: string;
  /** Reports to be written of what is over. */
  closings: DemoClosing[];
  /** Events by their row of the plan. */
  eventOf: Map<number, string>;
}

/**
 * Loads the demo programme, dated around `now`, into an empty database; does nothing when there is any organizer.
 * One transaction: the programme is there whole or not at all. Then what desks and residents did with it, each in its own.
 */
export async function seedDemo(app: NestFastifyApplication, now: Date = new Date()): Promise<void> {
  const seeded = await app.get(Database).write(async (manager) => {
    if (await manager.existsBy(Organizer, {})) return null;
    const seeding = await begin(app, manager, now.getTime());
    for (const event of [...PAST_EVENTS, ...COMING_EVENTS, ...ANNOUNCED_EVENTS]) await addEvent(seeding, event);
    return seeding;
  });
  if (!seeded) return;
  const { units, district, residents, closings, eventOf } = seeded;
  const { id, path } = units.get('jiuzhou')!;
  const sheet = { source: { text: draftSheet(now.getTime()) }, asked: {} };
  // It waits at the unit's desk.
  await app.get(PlansService).create({ ...district, organizerId: id, path }, sheet);
  const people = residents.slice(1).map((one) => ({ id: one.id, role: one.role, organizerId: null, path: null }));
  // What came of it goes by the database's clock: of a demo dated ahead nothing is over.
  if (now.getTime() > (await app.get(Database).now()).getTime() + DAY) return;
  await haveSaid(app, district, people, eventOf);
  await writeClosings(app, district, closings);
  await recordYearBefore(app, district, seeded, now.getTime());
}

async function begin(app: NestFastifyApplication, manager: EntityManager, now: number): Promise<Seeding> {
  const accounts = app.get(AccountsService);
  const residents: Account[] = [];
  // Named as the demo sign-in names them, so that it finds them. First, because their names are unique: a second
  // replica waits here, then finds the demo loaded.
  for (const { name, phone } of RESIDENTS)
    residents.push(
      await accounts.create(manager, { role: 'resident', username: `demo:resident:${name}`, name, phone }),
    );
  const units = await addUnits(app, manager, new Date(now + PUBLISHED * DAY));
  const root = units.get('district')!;
  const staff: Account[] = [];
  for (const name of DOOR_STAFF)
    staff.push(
      await accounts.create(manager, { role: 'staff', username: `demo:staff:${name}`, name, organizerId: root.id }),
    );
  const desk = await accounts.create(manager, {
    role: 'district',
    username: 'demo:district:政务公开办',
    name: '政务公开办',
    organizerId: root.id,
  });
  const year = Number(dayAt(now, 0, '12:00').slice(0, 4));
  const programme = await app
    .get(ProgrammeWriter)
    .findOrCreate(manager, root.id, { title: `聊城高新区${year}年“政府开放月”活动计划`, year });
  return {
    app,
    manager,
    now,
    units,
    venues: await addVenues(app, manager, units),
    residents,
    staff,
    district: { id: desk.id, role: 'district', organizerId: root.id, path: root.path },
    programmeId: programme.id,
    closings: [],
    eventOf: new Map(),
  };
}

async function addEvent(seeding: Seeding, plan: DemoEvent): Promise<void> {
  const { app, manager, now, units, district, programmeId } = seeding;
  const events = app.get(EventWriter);
  const published = new Date(now + PUBLISHED * DAY);
  const body = {
    theme: plan.theme,
    content: plan.content.join('\n'),
    forms: plan.forms,
    topic: plan.topic,
    audience: plan.audience,
    headcount: plan.headcount,
    organizerId: units.get(plan.unit)!.id,
    programmeId,
    window: plan.window && windowOf(plan.window, now),
    sessions: plan.sessions?.map((session) => sessionBody(seeding, session)),
  };
  const event = await events.create(manager, district, body, published);
  await events.publish(manager, event, published);
  seeding.eventOf.set(plan.no, event.id);
  await follow(seeding, event, plan.followers ?? 0);
  const sessions = await manager.find(EventSession, { where: { eventId: event.id }, order: { id: 'ASC' } });
  for (const [i, story] of (plan.sessions ?? []).entries()) await fill(seeding, plan.no, story, sessions[i]!);
}

function sessionBody({ venues, now }: Seeding, { when, venue, pools, opens, closes }: DemoSession): NewSession {
  const span = spanOf(when, now);
  // The unit wants its list the evening before; what is sooner stays open until it begins.
  const evening = typeof when === 'object' && (when.day > 1 || when.day < 0) && { day: when.day - 1, clock: '17:00' };
  const close = closes ?? evening;
  return {
    venueId: venues.get(venue)!.id,
    ...span,
    mode: pools.length ? 'firstCome' : 'none',
    ...(opens && { opensAt: dayAt(now, opens.day, opens.clock) }),
    ...(pools.length && close && { closesAt: dayAt(now, close.day, close.clock) }),
    quotas: pools.map(([name, capacity]) => ({ name, capacity })),
  };
}

async function fill(seeding: Seeding, no: number, story: DemoSession, session: EventSession): Promise<void> {
  const { app, manager, now, residents, staff } = seeding;
  if (story.outcome) seeding.closings.push({ session, outcome: story.outcome });
  const registrations = await fillSession(app, manager, { no, story, session, residents }, now);
  if (!story.door) return;
  const door = { no, door: story.door, session, registrations, staff, own: residents[0]! };
  await recordDoor(app, manager, door, now);
}

/** The last residents of the list follow; the demo's own follows what most do. */
async function follow({ manager, residents, now }: Seeding, event: Event, followers: number): Promise<void> {
  if (!followers) return;
  const who = [...(followers > 20 ? [residents[0]!] : []), ...residents.slice(-followers)].slice(0, followers);
  const createdAt = new Date(now - 3 * DAY);
  await manager.insert(
    Follow,
    who.map(({ id }) => ({ accountId: id, eventId: event.id, createdAt })),
  );
  await manager.update(Event, { id: event.id }, { followers });
}
