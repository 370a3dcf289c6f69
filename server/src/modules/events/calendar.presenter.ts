import ical, { ICalAlarmType } from 'ical-generator';
import type { SessionRow } from './session.presenter';

const DAY_SECONDS = 86_400;

/** One session as an iCalendar file. */
export function presentCalendar({ session, event, organizer, venue }: SessionRow): string {
  const calendar = ical({ name: '开放日', prodId: { company: 'OpenDay', product: 'OpenDay', language: 'ZH' } });
  const entry = calendar.createEvent({
    id: `${session.id}@openday`,
    start: session.startsAt,
    end: session.endsAt,
    summary: event.theme,
    description: `${organizer.name}\n${event.content}`,
    location: { title: venue.name, address: venue.address },
    stamp: session.createdAt,
  });
  // 前一天提醒我: the calendar's own promise, kept with or without WeChat's consent to messages.
  entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY_SECONDS, description: event.theme });
  return calendar.toString();
}
