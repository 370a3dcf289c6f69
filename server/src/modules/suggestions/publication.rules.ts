import type { HeldWhy } from '@openday/shared/publications';

/** Before a unit's wording of what a resident said is public (docs/rules/content-check.md). */

/** What WeChat makes of the resident's own words; `none`: it could not look. */
export type CheckVerdict = 'pass' | 'review' | 'risky' | 'none';

/**
 * Why a second person looks first; null = public at once, on the word of who worded it. `check`: null where there is
 * nothing WeChat could look at.
 */
export function heldFor(check: { verdict: CheckVerdict | null } | null): HeldWhy | null {
  if (!check || check.verdict === 'pass' || check.verdict === 'none') return null;
  return check.verdict ?? 'unchecked';
}

const MINUTE_MS = 60_000;
/** WeChat judges only who used the mini program within two hours. */
const WAITS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);

/** When WeChat is asked again that gave no verdict at this try; null = no more. */
export const checkAgainAt = (tries: number, now: Date): Date | null => {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
};
