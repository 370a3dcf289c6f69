import type { EntityManager } from 'typeorm';
import { type Params, selectRows } from '../../database/rows';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Quota } from '../quotas/quota.entity';
import { publicSeats } from '../quotas/quota.presenter';
import { Venue } from '../venues/venue.entity';
import type { ShownOrganizer, ShownRow } from './shown-index.rules';
import type { ShownVenue } from './venue-map.rules';

const TIMES = ['startsAt', 'endsAt', 'opensAt', 'closesAt', 'publishedAt', 'cancelledAt'] as const;
const SESSION = ['id', 'eventId', 'organizerId', 'venueId', 'mode', 'ceiling', 'waiting', ...TIMES] as const;

/** Sessions that `tail` (`WHERE …`) finds, in its order: what is to be shown of each, or null where it is not public. */
export async function shownRows(
  manager: EntityManager,
  tail: string,
  params: Params,
): Promise<{ id: string; shown: ShownRow | null }[]> {
  const sessions = await selectRows(manager, EventSession, tail, params, SESSION);
  if (!sessions.length) return [];
  const ids = sessions.map(({ id }) => id);
  const eventIds = [...new Set(sessions.map(({ eventId }) => eventId))];
  const [events, quotas] = await Promise.all([
    selectRows(manager, Event, 'WHERE id IN (:eventIds)', { eventIds }, ['id', 'theme', 'forms', 'topic']),
    selectRows(manager, Quota, 'WHERE sessionId IN (:ids)', { ids }, ['sessionId', 'capacity', 'taken', 'isDefault']),
  ]);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const pools = new Map<string, typeof quotas>();
  for (const quota of quotas) pools.set(quota.sessionId, [...(pools.get(quota.sessionId) ?? []), quota]);
  return sessions.map(({ publishedAt, cancelledAt, ceiling, ...session }) => {
    const event = eventOf.get(session.eventId);
    if (!publishedAt || cancelledAt || !event) return { id: session.id, shown: null };
    const own = pools.get(session.id) ?? [];
    const { theme, forms, topic } = event;
    const shown = {
      ...session,
      theme,
      forms,
      topic,
      startsAt: session.startsAt.getTime(),
      endsAt: session.endsAt.getTime(),
      opensAt: session.opensAt?.getTime() ?? null,
      closesAt: session.closesAt?.getTime() ?? null,
      seats: publicSeats(own, ceiling),
      hasPublicPool: own.some(({ isDefault }) => isDefault),
    };
    return { id: session.id, shown };
  });
}

export const shownVenues = (manager: EntityManager, tail: string, params: Params): Promise<ShownVenue[]> =>
  selectRows(manager, Venue, tail, params, ['id', 'name', 'address', 'lng', 'lat', 'access']);

export const shownOrganizers = (manager: EntityManager, tail: string, params: Params): Promise<ShownOrganizer[]> =>
  selectRows(manager, Organizer, tail, params, ['id', 'path', 'name']);
