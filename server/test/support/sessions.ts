import { FORMS } from '@openday/shared/forms';
import { ACCESS_NOTES } from '@openday/shared/places';
import { MODES } from '@openday/shared/sessions';
import { TOPICS } from '@openday/shared/topics';
import { Ids } from '../../src/database/ids';
import { insertRows } from '../../src/database/rows';
import { tellShown } from '../../src/modules/changes/changes.writer';
import { Event } from '../../src/modules/events/event.entity';
import { EventSession } from '../../src/modules/events/session.entity';
import type { Organizer } from '../../src/modules/organizers/organizer.entity';
import { Quota } from '../../src/modules/quotas/quota.entity';
import { Venue } from '../../src/modules/venues/venue.entity';
import type { TestApp } from './app';

export const HERE = { lng: 116.0, lat: 36.44 };
const HOUR_MS = 3_600_000;
const THEMES = ['走进社保大厅', '居民议事日', '消防体验开放日', '看看自来水怎么来', '食品检测开放日', 'OpenDay 警营'];
const PLACES = ['便民服务大厅', '先锋社区党群中心', '消防救援大队', '自来水厂', '文化广场', '社保大厅'];

/** A row of an entity with every column at its default, or null. */
function blank<T extends object>({ database }: TestApp, table: new () => T): T {
  const { columns } = database.read.connection.getMetadata(table);
  return Object.fromEntries(columns.map(({ propertyName, default: value }) => [propertyName, value ?? null])) as T;
}

/**
 * So many sessions of all kinds (over, on, to come; public, drafts, cancelled; every mode, form and topic), written past
 * the product's own writers. `whole(n)`: a number below n. Their ids.
 */
export async function manySessions(
  test: TestApp,
  organizers: Organizer[],
  count: number,
  whole: (below: number) => number,
): Promise<string[]> {
  const ids = test.app.get(Ids);
  // What opens, starts or ends does so on the half hour from here: none of it while a test compares two answers.
  const now = Date.now() + HOUR_MS / 2;
  const one = <T>(list: readonly T[]): T => list[whole(list.length)]!;
  const venues = Array.from({ length: 30 }, (_, i) => ({
    ...blank(test, Venue),
    id: ids.next(),
    organizerId: one(organizers).id,
    name: PLACES[i % PLACES.length]!,
    address: '一号路',
    // Some stand at the same place.
    lng: HERE.lng + whole(12) * 0.004,
    lat: HERE.lat + whole(5) * 0.004,
    access: ACCESS_NOTES.filter(() => whole(4) === 0),
    createdAt: new Date(),
  }));
  const made = Array.from({ length: count }, () => {
    const [eventId, id, organizer, venue] = [ids.next(), ids.next(), one(organizers), one(venues)];
    const startsAt = new Date(now + (whole(240) - 80) * HOUR_MS);
    const maybe = (hours: number) => (whole(3) ? null : new Date(startsAt.getTime() + hours * HOUR_MS));
    const mode = one(MODES);
    const at = { createdAt: new Date(), updatedAt: new Date() };
    const capacity = whole(20) + 1;
    const quota = (name: string, isDefault: boolean) => {
      const taken = whole(2) ? capacity : whole(capacity);
      return { ...blank(test, Quota), id: ids.next(), sessionId: id, name, capacity, taken, isDefault };
    };
    return {
      event: {
        ...blank(test, Event),
        ...at,
        id: eventId,
        organizerId: organizer.id,
        state: 'published' as const,
        theme: one(THEMES),
        content: '',
        forms: FORMS.filter(() => whole(5) === 0).reverse(),
        topic: whole(3) ? one(TOPICS) : null,
        audience: '',
      },
      session: {
        ...blank(test, EventSession),
        ...at,
        id,
        eventId,
        organizerId: organizer.id,
        venueId: venue.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + (whole(40) ? 2 : 60) * HOUR_MS),
        mode,
        opensAt: maybe(-24 - whole(48)),
        closesAt: maybe(-whole(24)),
        ceiling: whole(4) ? null : whole(30) + 1,
        waiting: whole(3),
        publishedAt: whole(10) ? new Date() : null,
        cancelledAt: whole(10) ? null : new Date(),
        doorKey: 'none',
      },
      quotas: mode === 'none' ? [] : [quota('居民', mode !== 'invited'), ...(whole(3) ? [] : [quota('企业', false)])],
    };
  });
  const sessionIds = made.map(({ session }) => session.id);
  await test.database.write(async (manager) => {
    await insertRows(manager, Venue, venues);
    await insertRows(
      manager,
      Event,
      made.map(({ event }) => event),
    );
    await insertRows(
      manager,
      EventSession,
      made.map(({ session }) => session),
    );
    await insertRows(
      manager,
      Quota,
      made.flatMap(({ quotas }) => quotas),
    );
    await tellShown(manager, { sessions: sessionIds });
  });
  return sessionIds;
}
