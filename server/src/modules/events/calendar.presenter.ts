import ical from 'ical-generator';
import type { SessionRow } from './session.presenter';

/** One session as an iCalendar file. */
export function presentCalendar({ session, event, organizer, venue }: SessionRow): string {
  const calendar = ical({ name: '开放日', prodId: { company: 'OpenDay', product: 'OpenDay', language: 'ZH' } });
  calendar.createEvent({
    id: `${session.id}@openday`,
    start: session.startsAt,
    end: session.endsAt,
    summary: event.theme,
    description: `${organizer.name}\n${event.content}`,
    location: { title: venue.name, address: venue.address },
    stamp: session.createdAt,
  });
  return calendar.toString();
}
