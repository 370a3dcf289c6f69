import { rangeText } from '@openday/shared/dates';
import type { PlanRow } from '@openday/shared/plans';
import { deciding } from '@/lib/text/deciding';
import { reviewActs } from '@/lib/text/review-acts';
import { clocksWords, dayWords, pickOf } from './time-pick';

/** When a row will be as decided: its one time, how many there are, or that the date is to be set. */
export function whenWords(row: PlanRow, now: number): string {
  const { decided, parsed } = row;
  if (decided.act === 'announce') return `${parsed.window?.text ?? ''}，${reviewActs.publish.undated}`;
  const { startsAt, endsAt, moreTimes = [] } = decided;
  if (startsAt && endsAt) {
    const first = rangeText(startsAt, endsAt, now);
    return moreTimes.length > 0 ? `${first}，${deciding.times.held(moreTimes.length + 1)}` : first;
  }
  const { day, start, end } = pickOf(row);
  return day ? [dayWords(day, now), start && clocksWords(start, end)].filter(Boolean).join(' ') : '';
}
