import type { DoorCounts } from '@openday/shared/check-in';
import type { Instant } from '@openday/shared/wire';
import type { Polled } from '@/lib/poll';

/** What a door uploads is on the board within two seconds: this, and the way there and back. */
const LIVE_MS = 1500;
const MAX_MS = 30_000;
/** Doors open before the session begins, and close after it ends. */
const EARLY_MS = 2 * 3_600_000;
const LATE_MS = 2 * 3_600_000;

export interface Hours {
  startsAt: Instant;
  endsAt: Instant;
}

/** The door is about to open, or has been: before that it has no figures. */
export function isDoorTime(startsAt: Instant, now: number): boolean {
  return now > Date.parse(startsAt) - EARLY_MS;
}

/** Facts may come in at any moment: the door is open and the figures are not final. */
export function isDoorOpen(
  { startsAt, endsAt }: Hours,
  counts: Pick<DoorCounts, 'final'> | null,
  now: number,
): boolean {
  return !counts?.final && isDoorTime(startsAt, now) && now < Date.parse(endsAt) + LATE_MS;
}

/** How long until the numbers are asked for again, ms. `retryAfter`: seconds the server asked to wait. */
export function waitFor({ quiet, failures }: Polled, open: boolean, retryAfter: number | null = null): number {
  if (failures > 0) return Math.max(doubled(failures), (retryAfter ?? 0) * 1000);
  return open ? LIVE_MS : doubled(quiet);
}

function doubled(times: number): number {
  return Math.min(MAX_MS, LIVE_MS * 2 ** times);
}
