import type { Instant } from '@openday/shared/wire';
import { doorInvites } from '@/lib/text/door-invites';

const { hoursOptions } = doorInvites.make;
const HOUR = 3_600_000;
const TWO_DAYS = 48;

export type Hours = (typeof hoursOptions)[number]['key'];

/** How long an invitation is good for where nothing is picked: two days, or the least that outlives the session. */
export function hoursFor(endsAt: Instant, now: number): Hours {
  const left = Math.max(TWO_DAYS, (Date.parse(endsAt) - now) / HOUR);
  return (hoursOptions.find(({ key }) => Number(key) >= left) ?? hoursOptions[hoursOptions.length - 1]!).key;
}
