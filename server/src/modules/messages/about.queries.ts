import { type EntityManager, In, MoreThan } from 'typeorm';
import { selectRows } from '../../database/rows';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import type { SessionRow } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { Organizer } from '../organizers/organizer.entity';
import { Registration } from '../registrations/registration.entity';
import { Suggestion } from '../suggestions/suggestion.entity';
import type { About } from './about.rules';

const REGISTRATION = ['id', 'sessionId', 'status', 'seats', 'confirmBy'] as const;
const SUGGESTION = ['id', 'organizerId', 'programmeId', 'eventId'] as const;

/** What these ids lead to, whatever they are of; what is gone, or a rule about no-shows, is left out. */
export async function aboutOf(manager: EntityManager, subjectIds: string[], now: Date): Promise<Map<string, About>> {
  const ids = [...new Set(subjectIds)];
  const where = 'WHERE id IN (:ids)';
  const registrations = await selectRows(manager, Registration, where, { ids }, REGISTRATION);
  const suggestions = await selectRows(manager, Suggestion, where, { ids }, SUGGESTION);
  const known = new Set([...registrations, ...suggestions].map(({ id }) => id));
  const others = ids.filter((id) => !known.has(id));
  const of = await sessionsOf(manager, [...registrations.map(({ sessionId }) => sessionId), ...others]);
  const events = await eventsOf(manager, [...others, ...suggestions.flatMap(({ eventId }) => eventId ?? [])], now);
  const units = await unitsOf(manager, suggestions);
  return new Map<string, About>([
    ...registrations.flatMap((registration) => {
      const row = of.get(registration.sessionId);
      return row ? [[registration.id, { ...ofSession(row), registration }] as const] : [];
    }),
    ...others.flatMap((id) => {
      const row = of.get(id);
      const about = row ? ofSession(row) : events.get(id);
      return about ? [[id, about] as const] : [];
    }),
    ...suggestions.map(({ id, organizerId, programmeId, eventId }) => {
      const theme = (eventId && events.get(eventId)?.theme) || '';
      const unit = units.get(organizerId) ?? '';
      return [id, { theme, unit, organizerId, programmeId, eventId, session: null, registration: null }] as const;
    }),
  ]);
}

const ofSession = ({ session, event, organizer, venue }: SessionRow): About => ({
  theme: event.theme,
  unit: organizer.name,
  organizerId: organizer.id,
  programmeId: event.programmeId,
  eventId: event.id,
  session: {
    id: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    venue: venue.name,
    cancelled: session.cancelledAt !== null,
  },
  registration: null,
});

async function sessionsOf(manager: EntityManager, ids: string[]): Promise<Map<string, SessionRow>> {
  const rows = await sessionRows(manager, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.session.id, row]));
}

/** Each with the session that comes next. */
async function eventsOf(manager: EntityManager, ids: string[], now: Date): Promise<Map<string, About>> {
  const events = ids.length ? await manager.findBy(Event, { id: In(ids) }) : [];
  if (!events.length) return new Map();
  const units = await unitsOf(manager, events);
  const coming = await manager.find(EventSession, {
    select: { id: true, eventId: true },
    where: { eventId: In(events.map(({ id }) => id)), endsAt: MoreThan(now) },
    order: { startsAt: 'DESC' },
  });
  const next = new Map(coming.map(({ id, eventId }) => [eventId, id]));
  const rows = await sessionsOf(manager, [...next.values()]);
  return new Map(
    events.map(({ id, theme, organizerId, programmeId }) => {
      const row = rows.get(next.get(id) ?? '');
      const session = row ? ofSession(row).session : null;
      const unit = units.get(organizerId) ?? '';
      return [id, { theme, unit, organizerId, programmeId, eventId: id, session, registration: null }];
    }),
  );
}

async function unitsOf(manager: EntityManager, of: { organizerId: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(of.map(({ organizerId }) => organizerId))];
  const units = ids.length
    ? await manager.find(Organizer, { select: { id: true, name: true }, where: { id: In(ids) } })
    : [];
  return new Map(units.map(({ id, name }) => [id, name]));
}
