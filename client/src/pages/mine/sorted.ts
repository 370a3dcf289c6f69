import type { Registration } from '@openday/shared/registrations';

export interface SortedRegistrations {
  /** Must be answered in time: first of all. */
  offered: Registration[];
  /** Soonest first. */
  coming: Registration[];
  /** The unit looks, or it is drawn. */
  asked: Registration[];
  waiting: Registration[];
  /** Cancelled by either side, and its day still to come; soonest first. */
  off: Registration[];
  /** Over or lapsed; latest first. */
  past: Registration[];
}

/** Where a registration belongs on the page. */
export function sorted(registrations: Registration[], now: number): SortedRegistrations {
  const byStart = [...registrations].sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  const ahead = byStart.filter(({ session }) => Date.parse(session.endsAt) > now && !session.cancelled);
  const having = (wanted: Registration['status']) => ahead.filter(({ status }) => status === wanted);
  const live = {
    offered: having('offered'),
    coming: having('confirmed'),
    asked: having('applied'),
    waiting: having('waitlisted'),
    off: byStart.filter(
      ({ session, status }) => Date.parse(session.endsAt) > now && (session.cancelled || status === 'cancelled'),
    ),
  };
  const shown = new Set(Object.values(live).flat());
  return { ...live, past: byStart.filter((each) => !shown.has(each)).reverse() };
}
