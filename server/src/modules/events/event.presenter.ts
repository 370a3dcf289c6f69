import type { AnnouncedCard, DateWindow, EventDetail, Headcount } from '@openday/shared/events';
import type { Organizer } from '../organizers/organizer.entity';
import type { Programme } from '../programmes/programme.entity';
import type { Event } from './event.entity';
import { presentSession, type SessionRow } from './session.presenter';

const presentWindow = (event: Event): DateWindow | null =>
  event.windowText === null || !event.windowFrom || !event.windowTo
    ? null
    : {
        text: event.windowText,
        from: event.windowFrom,
        to: event.windowTo,
        precision: event.windowPrecision ?? 'unknown',
      };

export const presentHeadcount = (event: Event): Headcount | null =>
  event.plannedText === null
    ? null
    : {
        min: event.plannedMin,
        max: event.plannedMax,
        text: event.plannedText,
        approximate: event.plannedApproximate,
      };

export function presentAnnounced(event: Event, organizerName: string, following: boolean): AnnouncedCard {
  return {
    id: event.id,
    theme: event.theme,
    forms: event.forms,
    organizer: { id: event.organizerId, name: organizerName },
    window: presentWindow(event) ?? { text: '日期待定', from: '', to: '', precision: 'unknown' },
    followers: event.followers,
    following,
  };
}

export interface EventRow {
  event: Event;
  organizer: Organizer;
  programme: Programme | null;
  sessions: SessionRow[];
  following: boolean;
}

export function presentEvent({ event, organizer, programme, sessions, following }: EventRow, now: Date): EventDetail {
  return {
    id: event.id,
    state: event.state,
    theme: event.theme,
    content: event.content,
    forms: event.forms,
    topic: event.topic,
    audience: event.audience,
    organizer: { id: organizer.id, name: organizer.name },
    programme: programme && { id: programme.id, title: programme.title },
    headcount: presentHeadcount(event),
    window: presentWindow(event),
    contact: event.contactPhone ? { name: event.contactName, phone: event.contactPhone } : null,
    images: event.images ?? [],
    questions: event.questions ?? [],
    sessions: sessions.map((row) => presentSession(row, now)),
    followers: event.followers,
    following,
  };
}
