import type { Ask, Pool, SessionState } from '../../src/modules/registrations/admission.rules';
import type { Waiting } from '../../src/modules/registrations/seats.rules';

/** States of sessions for the specs of admission's pure rules. */

export const now = new Date('2026-09-01T02:00:00Z');
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

export const aPool = (over: Partial<Pool> = {}): Pool => ({
  id: 'a',
  capacity: 20,
  taken: 0,
  isDefault: true,
  declares: false,
  approval: false,
  invited: false,
  asksEnterprise: false,
  perEnterprise: null,
  releasesAt: null,
  byEnterprise: new Map(),
  ...over,
});

export const aSession = (over: Partial<SessionState> = {}): SessionState => ({
  id: 's',
  eventId: 'e',
  mode: 'firstCome',
  published: true,
  cancelled: false,
  startsAt: later(48),
  opensAt: null,
  closesAt: later(24),
  cancelsUntil: null,
  partyMax: 5,
  ceiling: null,
  companions: 'counted',
  confirmHours: null,
  waiting: 0,
  waitNumber: 0,
  ticketNumber: 0,
  pools: [aPool()],
  ...over,
});

export const anAsk = (seats: number, over: Partial<Ask> = {}): Ask => ({
  seats,
  quotaId: null,
  joinWaitlist: false,
  declares: false,
  enterprise: null,
  invitation: null,
  restrictedUntil: null,
  ...over,
});

export const waits = (id: string, seats: number, waitNumber: number, over: Partial<Waiting> = {}): Waiting => ({
  id,
  quotaId: 'a',
  seats,
  enterprise: null,
  waitNumber,
  heldBackUntil: null,
  ...over,
});
