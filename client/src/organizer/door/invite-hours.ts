import type { Instant } from '@openday/shared/wire';
import { doorInvites } from '@/lib/text/door-invites';

const { hoursOptions } = doorInvites.make;
const HOUR = 3_600_000;
const TWO_DAYS = 48;

export type Lasting = (typeof hoursOptions)[number]['key'];

const hoursLeft = (endsAt: Instant, now: number) => (Date.parse(endsAt) - now) / HOUR;

/** How long an invitation is good for where nothing is picked: two days, or the least that outlives the session. */
export function lastingFor(endsAt: Instant, now: number): Lasting {
  const left = Math.max(TWO_DAYS, hoursLeft(endsAt, now));
  return hoursOptions.find(({ key }) => key === 'end' || Number(key) >= left)!.key;
}

/** Whole hours from now, at least one; `end` = until the last of these sessions has ended. */
export function hoursOf(lasting: Lasting, ends: Instant[], now: number): number {
  if (lasting !== 'end') return Number(lasting);
  return Math.max(1, ...ends.map((each) => Math.ceil(hoursLeft(each, now))));
}
