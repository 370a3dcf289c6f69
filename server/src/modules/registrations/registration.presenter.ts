import type { Answer, Ticket, Registration as Wire } from '@openday/shared/registrations';
import type { SessionRow } from '../events/session.presenter';
import { maskName } from '../privacy/masking.rules';
import type { Registration } from './registration.entity';

/** A registration with its names opened. */
export interface OpenRegistration {
  registration: Registration;
  name: string;
  /** By place in the party; null = unnamed. */
  companions: { name: string | null }[];
  answers: Answer[];
}

/** With all that is shown of it. */
export interface RegistrationRow extends OpenRegistration {
  row: SessionRow;
  position: number | null;
}

export function presentRegistration({ registration, row, name, companions, answers, position }: RegistrationRow): Wire {
  const { session, event, venue, quotas } = row;
  const quota = quotas.find((q) => q.id === registration.quotaId);
  return {
    id: registration.id,
    status: registration.status,
    seats: registration.seats,
    position,
    quota: { id: registration.quotaId, name: quota?.name ?? '' },
    session: {
      id: session.id,
      eventId: event.id,
      theme: event.theme,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      venue: { name: venue.name, address: venue.address, lng: venue.lng, lat: venue.lat },
      cancelled: session.cancelledAt !== null,
      cancelReason: session.cancelReason,
    },
    name,
    phoneLast4: registration.phoneLast4,
    companions,
    children: registration.children,
    enterprise: registration.enterprise,
    onBehalfOf: registration.relation && { relation: registration.relation },
    ticketNo: registration.ticketNo,
    confirmBy: registration.confirmBy?.toISOString() ?? null,
    heldBackUntil: registration.heldBackUntil?.toISOString() ?? null,
    endReason: registration.endReason,
    cancelsUntil: (session.cancelsUntil ?? session.startsAt).toISOString(),
    answers,
    createdAt: registration.createdAt.toISOString(),
  };
}

/** To an account that did not make it: that this person stands on the list, and nothing of who comes. */
export function presentStanding(shown: RegistrationRow): Wire {
  const companions = shown.companions.map(() => ({ name: null }));
  const registration = { ...shown.registration, enterprise: null, endReason: null };
  return presentRegistration({ ...shown, registration, name: maskName(shown.name), companions, answers: [] });
}

/** `codeKey`: this registration's 32 bytes. */
export function presentTicket(shown: RegistrationRow, codeKey: Uint8Array, now: Date): Ticket {
  const { session, name, phoneLast4, companions, status, seats } = presentRegistration(shown);
  return {
    registrationId: shown.registration.id,
    sessionId: session.id,
    status,
    seats,
    theme: session.theme,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    venue: session.venue,
    name,
    companions,
    phoneLast4,
    keyId: shown.row.session.doorKeyId,
    codeKey: Buffer.from(codeKey).toString('base64'),
    now: now.toISOString(),
  };
}
