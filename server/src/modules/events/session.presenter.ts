import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import type { Organizer } from '../organizers/organizer.entity';
import type { Quota } from '../quotas/quota.entity';
import { presentQuota, publicSeats, restOf } from '../quotas/quota.presenter';
import type { Venue } from '../venues/venue.entity';
import { presentVenue } from '../venues/venue.presenter';
import type { Draw } from './draw.entity';
import type { Event } from './event.entity';
import type { EventSession } from './session.entity';
import { phaseOf } from './session.rules';

/** A session with all that is shown of it. */
export interface SessionRow {
  session: EventSession;
  event: Event;
  organizer: Organizer;
  venue: Venue;
  quotas: Quota[];
  draw: Draw | null;
}

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** `distance` in metres, or null. */
export function presentCard(row: SessionRow, now: Date, distance: number | null): SessionCard {
  const { session, event, organizer, quotas } = row;
  const { id, name, address, lng, lat, access } = row.venue;
  const seats = publicSeats(quotas, session.ceiling);
  return {
    id: session.id,
    eventId: event.id,
    theme: event.theme,
    forms: event.forms,
    topic: event.topic,
    organizer: { id: organizer.id, name: organizer.name },
    venue: { id, name, address, lng, lat, access },
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    mode: session.mode,
    opensAt: instant(session.opensAt),
    closesAt: instant(session.closesAt),
    seats,
    waiting: session.waiting,
    phase: phaseOf(session, seats, now),
    distance,
    outcome: null,
  };
}

export const presentSession = (row: SessionRow, now: Date): SessionDetail => ({
  ...presentCard(row, now, null),
  venue: presentVenue(row.venue),
  quotas: row.quotas.map((quota) => presentQuota(quota, restOf(row.quotas, row.session.ceiling))),
  partyMax: row.session.partyMax,
  ceiling: row.session.ceiling,
  companions: row.session.companions,
  cancelReason: row.session.cancelReason,
  asksChildren: row.session.asksChildren,
  confirmHours: row.session.confirmHours,
  cancelsUntil: (row.session.cancelsUntil ?? row.session.startsAt).toISOString(),
  draw: row.draw && {
    commitment: row.draw.commitment,
    drawsAt: row.draw.drawsAt.toISOString(),
    drawnAt: instant(row.draw.drawnAt),
    publicSource: row.draw.publicSource,
  },
  now: now.toISOString(),
});
