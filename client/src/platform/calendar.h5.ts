import type { Id, Instant } from '@openday/shared/wire';
import type { Noted, Reminder } from './calendar';

/** Opens an .ics file made here, which the phone or computer offers to its own calendar. */
export async function addReminder({ id, title, startsAt, endsAt, place, beforeMinutes }: Reminder): Promise<Noted> {
  const file = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//OpenDay//ZH', 'BEGIN:VEVENT', `UID:${id}@openday`],
    ...[`DTSTAMP:${utc(new Date().toISOString())}`, `DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`],
    ...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`],
    ...[
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-PT${beforeMinutes}M`,
      'END:VALARM',
    ],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
  link.download = `${title}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return 'file';
}

/** The session's own .ics, as the server has it. */
export async function addSession(session: Id, _reminder: Reminder): Promise<Noted> {
  window.location.href = `${API_BASE}/sessions/${session}/calendar.ics`;
  return 'file';
}

/** `20260908T010000Z` */
const utc = (at: Instant) => at.replace(/[-:]|\.\d+/g, '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
