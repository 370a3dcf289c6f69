import type { DeskEventDetail, EventChange } from '@openday/shared/desk-events';
import type { DateWindow, EventDetail, NewEvent, ShownImage } from '@openday/shared/events';
import type { Form } from '@openday/shared/forms';
import type { NewVenue } from '@openday/shared/places';
import type { NewSession } from '@openday/shared/sessions';
import type { Topic } from '@openday/shared/topics';
import type { Id, Instant } from '@openday/shared/wire';
import { newPool, type SetupForm, sessionSetup, setupForm } from '@/features/setup/setup-form';
import { newKey } from '@/lib/new-key';

/** A place as it is chosen: known, or new. */
export type PickedVenue = { id: Id; name: string; capacity: number | null } | { made: NewVenue };

/** A session as it is being edited. */
export interface SessionForm {
  key: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
  venue: PickedVenue | null;
  setup: SetupForm;
}

/** An event as it is being edited; numbers as typed. */
export interface EventForm {
  organizerId: Id | null;
  programmeId: Id | null;
  theme: string;
  content: string;
  forms: Form[];
  topic: Topic | null;
  audience: string;
  min: string;
  max: string;
  contactName: string;
  contactPhone: string;
  images: ShownImage[];
  /** While there is no date; sessions then wait. */
  window: DateWindow | null;
  sessions: SessionForm[];
}

export const venueName = (venue: PickedVenue): string => ('made' in venue ? venue.made.name : venue.name);
export const roomOf = (venue: PickedVenue | null): number | null =>
  venue === null ? null : 'made' in venue ? (venue.made.capacity ?? null) : venue.capacity;

export function emptyForm(firstPool: string): EventForm {
  return {
    organizerId: null,
    programmeId: null,
    theme: '',
    content: '',
    forms: [],
    topic: null,
    audience: '',
    min: '',
    max: '',
    contactName: '',
    contactPhone: '',
    images: [],
    window: null,
    sessions: [newSession(null, firstPool)],
  };
}

/** One more: place and seats as the one before, its time still open. */
export function newSession(like: SessionForm | null, firstPool: string): SessionForm {
  const setup: SetupForm = like
    ? { ...undated(like.setup), pools: like.setup.pools.map((pool) => ({ ...pool, key: newKey(), releasesAt: null })) }
    : {
        mode: 'firstCome',
        pools: [newPool(firstPool)],
        ceiling: '',
        partyMax: 5,
        companions: 'counted',
        asksChildren: false,
        opensAt: null,
        closesAt: null,
        cancelsUntil: null,
        confirmHours: null,
        drawsAt: null,
        publicSource: '',
      };
  return { key: newKey(), startsAt: null, endsAt: null, venue: like?.venue ?? null, setup };
}

/** The same at another time: what hangs on the start moves along. */
export function movedTo(like: SessionForm, startsAt: Instant): SessionForm {
  const by = Date.parse(startsAt) - Date.parse(like.startsAt ?? startsAt);
  const moved = (at: Instant | null) => at && new Date(Date.parse(at) + by).toISOString();
  const { setup } = like;
  return {
    ...like,
    key: newKey(),
    startsAt,
    endsAt: moved(like.endsAt),
    setup: {
      ...setup,
      opensAt: moved(setup.opensAt),
      closesAt: moved(setup.closesAt),
      cancelsUntil: moved(setup.cancelsUntil),
      drawsAt: moved(setup.drawsAt),
      pools: setup.pools.map((pool) => ({ ...pool, key: newKey(), releasesAt: moved(pool.releasesAt) })),
    },
  };
}

const undated = (setup: SetupForm): SetupForm => ({
  ...setup,
  opensAt: null,
  closesAt: null,
  cancelsUntil: null,
  drawsAt: null,
});

/** What stands. */
export function formOf(event: EventDetail): EventForm {
  const { headcount, contact } = event;
  return {
    organizerId: event.organizer.id,
    programmeId: event.programme?.id ?? null,
    theme: event.theme,
    content: event.content,
    forms: event.forms,
    topic: event.topic,
    audience: event.audience,
    min: headcount?.min?.toString() ?? '',
    max: headcount?.max?.toString() ?? '',
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
    images: event.images,
    window: event.sessions.length > 0 ? null : event.window,
    sessions: event.sessions.map((session) => ({
      key: session.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      venue: { id: session.venue.id, name: session.venue.name, capacity: session.venue.capacity },
      setup: setupForm(session),
    })),
  };
}

/** All of it but the dates: the event once more. Sessions alike become one. */
export function cloneOf(event: EventDetail, firstPool: string): EventForm {
  const form = formOf(event);
  const [first] = form.sessions;
  return { ...form, programmeId: null, window: null, sessions: [newSession(first ?? null, firstPool)] };
}

/** A new event, as the server takes it; sessions without a time are not sent. */
export function newEvent(form: EventForm): NewEvent {
  const { organizerId, programmeId } = form;
  const headcount = headcountOf(form);
  return {
    ...wordsOf(form),
    ...(form.topic && { topic: form.topic }),
    ...(organizerId && { organizerId }),
    ...(programmeId && { programmeId }),
    ...(headcount && { headcount }),
    ...(contactOf(form) && { contact: contactOf(form) }),
    ...(form.window ? { window: form.window } : { sessions: sessionsOf(form) }),
  };
}

/** All a unit may change of it; a draft's sessions too. */
export function eventChange(form: EventForm, { event }: DeskEventDetail): EventChange {
  const draft = event.state === 'draft';
  return {
    ...wordsOf(form),
    topic: form.topic,
    headcount: headcountOf(form),
    ...(contactOf(form) && { contact: contactOf(form) }),
    ...(draft && { programmeId: form.programmeId, window: form.window, sessions: form.window ? [] : sessionsOf(form) }),
    ...(event.state === 'announced' && form.window && { window: form.window }),
  };
}

/** Whether anything differs from what stands. */
export function isChanged(form: EventForm, detail: DeskEventDetail): boolean {
  const stands = eventChange(formOf(detail.event), detail);
  return JSON.stringify(eventChange(form, detail)) !== JSON.stringify(stands);
}

const wordsOf = (form: EventForm) => ({
  theme: form.theme.trim(),
  content: form.content.trim(),
  forms: form.forms,
  audience: form.audience.trim(),
  images: form.images.map(({ sha, alt }) => ({ sha, alt: alt.trim() })),
});

const contactOf = ({ contactName, contactPhone }: EventForm) =>
  contactName.trim() || contactPhone.trim() ? { name: contactName.trim(), phone: contactPhone.trim() } : undefined;

/** A band with its own words: 20–30 人. */
function headcountOf({ min, max }: EventForm): NewEvent['headcount'] | null {
  const [low, high] = [min.trim(), max.trim()];
  if (!low && !high) return null;
  const text = low && high && low !== high ? `${low}–${high} 人` : low && !high ? `${low} 人以上` : `${high || low} 人`;
  return { ...(low && { min: Number(low) }), ...(high && { max: Number(high) }), text };
}

export function sessionsOf({ sessions }: Pick<EventForm, 'sessions'>): NewSession[] {
  return sessions.flatMap(({ startsAt, endsAt, venue, setup }) => {
    if (!startsAt || !endsAt || !venue) return [];
    const place = 'made' in venue ? { venue: venue.made } : { venueId: venue.id };
    return [{ ...sessionSetup(setup), ...place, startsAt, endsAt }];
  });
}
