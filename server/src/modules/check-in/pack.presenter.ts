import type { DoorKey, DoorPack, DoorSession, RosterEntry } from '@openday/shared/check-in';
import type { SessionRow } from '../events/session.presenter';
import { maskName } from '../privacy/masking.rules';
import { initialsOf } from '../privacy/words.rules';
import { totalSeats } from '../quotas/quota.presenter';
import type { Registration } from '../registrations/registration.entity';
import type { Attendance } from './attendance.rules';

export function presentDoorSession({ session, event, organizer, venue, quotas }: SessionRow): DoorSession {
  return {
    id: session.id,
    theme: event.theme,
    organizer: organizer.name,
    venue: venue.name,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    registered: totalSeats(quotas)?.taken ?? null,
  };
}

/** `name` opened; the door gets it masked, with initials to search by. */
export function presentRosterEntry(
  registration: Pick<Registration, 'id' | 'seats' | 'status' | 'phoneLast4'>,
  name: string,
  quota: string,
  { arrivals }: Attendance,
  doorName: (deviceId: string) => string,
): RosterEntry {
  const arrival = arrivals.get(registration.id);
  return {
    registrationId: registration.id,
    name: maskName(name),
    initials: initialsOf(name),
    last4: registration.phoneLast4,
    seats: registration.seats,
    quota,
    status: registration.status,
    arrived: arrival?.seats ?? 0,
    arrivedAt: arrival ? new Date(arrival.at).toISOString() : null,
    arrivedAtDoor: (arrival && doorName(arrival.doors[0]!.deviceId)) || null,
  };
}

export interface PackParts {
  row: SessionRow;
  keys: DoorKey[];
  roster: RosterEntry[];
  partial: boolean;
  attendance: Attendance;
  others: SessionRow[];
  now: Date;
}

export function presentPack({ row, keys, roster, partial, attendance, others, now }: PackParts): DoorPack {
  return {
    session: { ...presentDoorSession(row), capacity: totalSeats(row.quotas)?.capacity ?? row.venue.capacity },
    keys,
    roster,
    partial,
    cursor: now.toISOString(),
    walkIns: attendance.walkIns,
    handCount: attendance.handCount,
    others: others.map(({ session, event, venue }) => ({
      id: session.id,
      theme: event.theme,
      startsAt: session.startsAt.toISOString(),
      venue: venue.name,
    })),
    now: now.toISOString(),
  };
}
