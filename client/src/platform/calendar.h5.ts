import type { CalendarEntry } from './calendar';

/** Opens the session's .ics file, which the phone or computer offers to its own calendar. */
export async function addToCalendar({ sessionId }: CalendarEntry): Promise<void> {
  window.location.href = `${API_BASE}/sessions/${sessionId}/calendar.ics`;
}
