import type { DoorCounts } from '@openday/shared/check-in';
import { doorCrew } from '@/lib/text/door-crew';

const { figures: words } = doorCrew;

export interface Figure {
  /** Null = nobody counted; never said as 0. */
  n: number | null;
  name: string;
}

/** Somebody was let in by the door: scanned, found by name, or walked in. */
export function isCheckInUsed({ checkedIn, conflicts }: DoorCounts): boolean {
  return checkedIn > 0 || conflicts.length > 0;
}

/**
 * The session's figures side by side. Where nobody registers, nobody is registered and nobody is missing; where people
 * were counted by hand alone, nobody was checked in and so nobody stayed away.
 */
export function figuresOf(counts: DoorCounts, registers: boolean): Figure[] {
  const { registered, checkedIn, missing, handCount, final } = counts;
  const handOnly = handCount !== null && !isCheckInUsed(counts);
  const figures: Figure[] = [{ n: handOnly ? null : checkedIn, name: final ? words.checkedIn : words.checkedInSoFar }];
  if (registers) figures.unshift({ n: registered, name: words.registered });
  if (registers && !handOnly) figures.push({ n: missing, name: final ? words.noShow : words.missing });
  return [...figures, { n: handCount, name: words.handCount }];
}

/** How many more were counted by hand than checked in, 0 where only one of the two was done. */
export function differenceOf(counts: DoorCounts): number {
  return counts.handCount === null || !isCheckInUsed(counts) ? 0 : counts.handCount - counts.checkedIn;
}
