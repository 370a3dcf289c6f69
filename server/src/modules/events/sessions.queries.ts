import { type EntityManager, In } from 'typeorm';
import { selectRows } from '../../database/rows';
import { Organizer } from '../organizers/organizer.entity';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { Draw } from './draw.entity';
import { Event } from './event.entity';
import { EventSession } from './session.entity';
import type { SessionRow } from './session.presenter';

/** Everything shown of these sessions, in the order of `ids`. */
export async function sessionRows(manager: EntityManager, ids: string[]): Promise<SessionRow[]> {
  if (!ids.length) return [];
  const sessions = byId(await selectRows(manager, EventSession, 'WHERE id IN (:ids)', { ids }));
  const all = [...sessions.values()];
  const named = async <T extends { id: string }>(table: new () => T, of: (session: EventSession) => string) =>
    byId(await selectRows(manager, table, 'WHERE id IN (:named)', { named: [...new Set(all.map(of))] }));
  const drawn = all.some(({ mode }) => mode === 'draw');
  const [events, organizers, venues, quotas, draws] = await Promise.all([
    named(Event, (s) => s.eventId),
    named(Organizer, (s) => s.organizerId),
    named(Venue, (s) => s.venueId),
    selectRows(manager, Quota, 'WHERE sessionId IN (:ids) ORDER BY isDefault DESC, id', { ids }),
    drawn ? manager.findBy(Draw, { sessionId: In(ids) }) : [],
  ]);
  return ids.flatMap((id) => {
    const session = sessions.get(id);
    const event = session && events.get(session.eventId);
    const organizer = session && organizers.get(session.organizerId);
    const venue = session && venues.get(session.venueId);
    if (!session || !event || !organizer || !venue) return [];
    const draw = draws.find(({ sessionId }) => sessionId === id) ?? null;
    return [{ session, event, organizer, venue, quotas: quotas.filter((q) => q.sessionId === id), draw }];
  });
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
