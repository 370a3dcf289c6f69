import type { AttendanceSource, ClosingGap, CountReason, PlanReason } from '@openday/shared/closing';
import { dayOf, instantOf } from '@openday/shared/dates';

/** 活动总结: when it is due, what it still needs, which figure it takes (docs/rules/closing.md). */

const DAY_MS = 86_400_000;
/** Days to write it, where the session is in no programme. */
const CLOSING_DAYS = 10;
/** Told once more so many days before it is due. */
const SOON_DAYS = 2;

/** The end of the day, in China, so many days after the session. */
export const dueOf = (endsAt: Date, days: number | null): Date =>
  new Date(instantOf(dayOf(endsAt.getTime() + (days ?? CLOSING_DAYS) * DAY_MS), '23:59'));

/** Nine in the morning, two days before. */
export const soonOf = (dueAt: Date): Date => new Date(instantOf(dayOf(dueAt.getTime() - SOON_DAYS * DAY_MS), '09:00'));

/** Which reminder a draft wants now; null = none, or it was given. */
export function reminderOf(
  dueAt: Date,
  told: { soonToldAt: Date | null; dueToldAt: Date | null },
  now: Date,
): 'closingSoon' | 'closingDue' | null {
  if (now >= dueAt) return told.dueToldAt ? null : 'closingDue';
  return now >= soonOf(dueAt) && !told.soonToldAt ? 'closingSoon' : null;
}

interface Said {
  actual: number | null;
  source: AttendanceSource | null;
  actualSaid: boolean;
}

/** What the unit said, else its hand count, else the check-ins; the two are never added. */
export function attendanceFigure(
  said: Said | null,
  counted: { handCount: number | null; checkedIn: number | null },
): Said {
  if (said?.actualSaid) return { actual: said.actual, source: said.source, actualSaid: true };
  const { handCount, checkedIn } = counted;
  if (handCount !== null) return { actual: handCount, source: 'counted', actualSaid: false };
  return { actual: checkedIn, source: checkedIn === null ? null : 'checkedIn', actualSaid: false };
}

/** `Approximate` bands are met within a tenth. */
const LEEWAY = 0.1;

/** People above the band, or below it as a negative number; 0 within it; null where nothing can be compared. */
export function offPlan(
  actual: number | null,
  planned: { min: number | null; max: number | null; approximate: boolean } | null,
): number | null {
  if (actual === null || !planned || (planned.min === null && planned.max === null)) return null;
  const { min, max, approximate } = planned;
  const leeway = (edge: number) => (approximate ? Math.round(edge * LEEWAY) : 0);
  if (max !== null && actual > max + leeway(max)) return actual - max;
  if (min !== null && actual < min - leeway(min)) return actual - min;
  return 0;
}

/** What has to be said before it can be public. */
export function gapsOf(report: {
  actual: number | null;
  countDiffers: number | null;
  planDiffers: number | null;
  countReasons: CountReason[];
  countNote: string;
  planReasons: PlanReason[];
  planNote: string;
  photos: string[];
  photosVouched: boolean;
  recordedAfter: boolean;
}): ClosingGap[] {
  const gaps: ClosingGap[] = [];
  // 其他 alone says nothing.
  const unexplained = (reasons: string[], note: string) =>
    !reasons.length || (reasons.every((reason) => reason === 'other') && !note.trim());
  if (report.actual === null) gaps.push('actual');
  if (report.countDiffers && unexplained(report.countReasons, report.countNote)) gaps.push('countReason');
  // Years later nobody can be asked why.
  if (report.planDiffers && !report.recordedAfter && unexplained(report.planReasons, report.planNote))
    gaps.push('planReason');
  if (report.photos.length && !report.photosVouched) gaps.push('photos');
  return gaps;
}
