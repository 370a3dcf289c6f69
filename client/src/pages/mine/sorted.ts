import type { Registration } from '@openday/shared/registrations';

export interface SortedRegistrations {
  /** Soonest first. */
  coming: Registration[];
  waiting: Registration[];
  /** Over, cancelled or lapsed; latest first. */
  past: Registration[];
}

/** Where a registration belongs on the page. */
export function sorted(registrations: Registration[], now: number): SortedRegistrations {
  const byStart = [...registrations].sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  const ahead = byStart.filter(({ session }) => Date.parse(session.endsAt) > now && !session.cancelled);
  const coming = ahead.filter(({ status }) => status === 'confirmed' || status === 'offered' || status === 'applied');
  const waiting = ahead.filter(({ status }) => status === 'waitlisted');
  const shown = new Set([...coming, ...waiting]);
  return { coming, waiting, past: byStart.filter((each) => !shown.has(each)).reverse() };
}
