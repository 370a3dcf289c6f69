import type { EventDetail } from '@openday/shared/events';
import type { Registration, Ticket } from '@openday/shared/registrations';
import type { QuotaView, SessionDetail } from '@openday/shared/sessions';

const HOUR_MS = 3_600_000;

/** An open session six days ahead with 6 of 20 seats left. */
export function aSession(change: Partial<SessionDetail> = {}): SessionDetail {
  const starts = Date.now() + 144 * HOUR_MS;
  const seats = change.seats === undefined ? { capacity: 20, taken: 14, left: 6 } : change.seats;
  return {
    id: '7000000000000000001',
    eventId: '7000000000000000002',
    theme: '走进社保大厅，当一回体验官',
    forms: ['visit'],
    topic: null,
    organizer: { id: '7000000000000000003', name: '高新区社保中心' },
    venue: {
      id: '7000000000000000004',
      name: '高新区社保大厅',
      address: '黄山南路 9 号',
      lng: 116.03,
      lat: 36.44,
      capacity: 60,
      access: [],
      transport: '',
    },
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(starts + HOUR_MS).toISOString(),
    mode: 'firstCome',
    opensAt: null,
    closesAt: null,
    seats,
    waiting: 0,
    phase: 'open',
    distance: null,
    outcome: null,
    quotas: seats ? [aQuota({ seats })] : [],
    partyMax: 5,
    ceiling: null,
    companions: 'counted',
    asksChildren: false,
    confirmHours: null,
    cancelsUntil: new Date(starts).toISOString(),
    draw: null,
    cancelReason: null,
    now: new Date().toISOString(),
    ...change,
  };
}

/** An activity with that session. */
export function anEvent(change: Partial<EventDetail> = {}): EventDetail {
  const session = aSession();
  return {
    id: session.eventId,
    state: 'published',
    theme: session.theme,
    content: '9:30 领一张路线图，认认窗口\n想当场查养老金，请带社保卡。',
    forms: session.forms,
    topic: null,
    audience: '',
    organizer: session.organizer,
    programme: null,
    headcount: null,
    window: null,
    contact: { name: '中心办公室', phone: '0635-0000001' },
    images: [],
    questions: [],
    sessions: [session],
    followers: 0,
    following: false,
    ...change,
  };
}

/** The pool for everybody. */
export function aQuota(change: Partial<QuotaView> = {}): QuotaView {
  return {
    id: '7000000000000000005',
    name: '居民',
    seats: { capacity: 20, taken: 14, left: 6 },
    isPublic: true,
    declaration: null,
    approval: false,
    invited: false,
    asksEnterprise: false,
    perEnterprise: null,
    releasesAt: null,
    ...change,
  };
}

export function aRegistration(change: Partial<Registration> = {}): Registration {
  const { id, eventId, theme, startsAt, endsAt, venue } = aSession();
  return {
    id: '7000000000000000006',
    status: 'confirmed',
    seats: 1,
    position: null,
    quota: { id: '7000000000000000005', name: '居民' },
    session: { id, eventId, theme, startsAt, endsAt, venue, cancelled: false, cancelReason: null },
    name: '王女士',
    phoneLast4: '0000',
    companions: [],
    children: 0,
    enterprise: null,
    onBehalfOf: null,
    ticketNo: null,
    confirmBy: null,
    heldBackUntil: null,
    endReason: null,
    cancelsUntil: startsAt,
    answers: [],
    createdAt: new Date().toISOString(),
    ...change,
  };
}

export function aTicket(change: Partial<Ticket> = {}): Ticket {
  const { id, status, seats, session, name, companions, phoneLast4 } = aRegistration();
  return {
    registrationId: id,
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
    keyId: 1,
    codeKey: Buffer.alloc(32, 7).toString('base64'),
    now: new Date().toISOString(),
    ...change,
  };
}
