import { setImmediate } from 'node:timers/promises';
import { FORMS } from '@openday/shared/forms';
import { TOPICS } from '@openday/shared/topics';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { Database } from '../src/database/database';
import { Ids } from '../src/database/ids';
import { migrate } from '../src/database/migrate';
import { insertRows } from '../src/database/rows';
import { Event } from '../src/modules/events/event.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { Organizer } from '../src/modules/organizers/organizer.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Venue } from '../src/modules/venues/venue.entity';

/** Round the middle of a district; 20 km from edge to edge. */
export const CENTRE = { lng: 116, lat: 36.44 };
export const HALF_DEGREES = { lng: 0.1117, lat: 0.0898 };

const [UNITS, PER_VENUE, AT_ONCE] = [200, 50, 2000];
const [DAY_MS, PAST_DAYS, COMING_DAYS] = [86_400_000, 30, 60];
const THEMES = ['走进社保大厅', '居民议事日', '消防体验开放日', '看看自来水怎么来', '食品检测开放日', '交警面对面'];

/** The same numbers on every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * below;
  };
}

/** Migrates the database and fills it with so many public sessions, fifty a venue, over a month past and two to come. */
export async function makeSessions(
  env: Record<string, string>,
  count: number,
): Promise<{ root: string; units: string[] }> {
  const config = loadConfig(env);
  await migrate(config);
  const app = await createApp(config);
  const [ids, database, below] = [app.get(Ids), app.get(Database), numbers(count)];
  const whole = (most: number) => Math.floor(below(most));
  const now = new Date();
  const root = ids.next();
  const units = Array.from({ length: UNITS }, () => ids.next());
  const organizers = [root, ...units].map((id, i) => ({
    id,
    parentId: i ? root : null,
    path: i ? `/${root}/${id}/` : `/${root}/`,
    name: `高新区第${i}办事处`,
    createdAt: now,
  }));
  const venues = Array.from({ length: Math.ceil(count / PER_VENUE) }, (_, i) => ({
    id: ids.next(),
    organizerId: units[i % UNITS]!,
    name: `${i}号便民服务中心`,
    address: `${i % 90}号路 ${i} 号`,
    lng: CENTRE.lng + below(2 * HALF_DEGREES.lng) - HALF_DEGREES.lng,
    lat: CENTRE.lat + below(2 * HALF_DEGREES.lat) - HALF_DEGREES.lat,
    capacity: 100,
    access: i % 3 ? ['ramp' as const] : [],
    shared: false,
    transport: '',
    createdAt: now,
  }));
  await database.write(async (manager) => {
    await manager.insert(Organizer, organizers);
    for (let i = 0; i < venues.length; i += AT_ONCE) await insertRows(manager, Venue, venues.slice(i, i + AT_ONCE));
  });
  const event = columnsOf(Event, database);
  const session = columnsOf(EventSession, database);
  const quota = columnsOf(Quota, database);
  for (let done = 0; done < count; done += AT_ONCE) {
    // The embedded database never waits for anything: the lease of our ids has to get a turn.
    await setImmediate();
    await database.write(async (manager) => {
      const many = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, i) => {
        const [eventId, id, organizerId] = [ids.next(), ids.next(), units[whole(UNITS)]!];
        const startsAt = new Date(now.getTime() + (below(PAST_DAYS + COMING_DAYS) - PAST_DAYS) * DAY_MS);
        const forms = [FORMS[whole(FORMS.length)]!];
        const what = { theme: `${THEMES[whole(THEMES.length)]}${whole(500)}`, content: '', forms, audience: '' };
        const topic = TOPICS[whole(TOPICS.length)]!;
        const times = { startsAt, endsAt: new Date(startsAt.getTime() + DAY_MS / 12), createdAt: now };
        const capacity = 20;
        return {
          event: {
            ...event,
            ...what,
            id: eventId,
            organizerId,
            topic,
            state: 'published' as const,
            createdAt: now,
            updatedAt: now,
          },
          session: {
            ...session,
            ...times,
            id,
            eventId,
            organizerId,
            venueId: venues[(done + i) % venues.length]!.id,
            mode: 'firstCome' as const,
            publishedAt: now,
            doorKey: 'none',
          },
          quota: {
            ...quota,
            id: ids.next(),
            sessionId: id,
            name: '居民',
            capacity,
            taken: whole(30) < 10 ? capacity : whole(capacity),
            isDefault: true,
          },
        };
      });
      await insertRows(
        manager,
        Event,
        many.map((one) => one.event),
      );
      await insertRows(
        manager,
        EventSession,
        many.map((one) => one.session),
      );
      await insertRows(
        manager,
        Quota,
        many.map((one) => one.quota),
      );
    });
  }
  await app.close();
  return { root, units };
}

/** A row of an entity with every column at its default, or null. */
export function columnsOf<T extends object>(table: new () => T, { read }: Database): T {
  const { columns } = read.connection.getMetadata(table);
  return Object.fromEntries(columns.map(({ propertyName, default: value }) => [propertyName, value ?? null])) as T;
}
