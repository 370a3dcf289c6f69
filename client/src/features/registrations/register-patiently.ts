import type { Registration } from '@openday/shared/registrations';
import { ApiError } from '@/lib/api-error';

export interface Wait {
  /** busy: the server asks to wait; offline: nothing was reached, so the outcome is unknown. */
  reason: 'busy' | 'offline';
  /** How long until the next try. */
  ms: number;
}

export interface Patience {
  /** Told before each wait. */
  onWait: (wait: Wait) => void;
  /** Resolves when it is over; rejects when the resident gives up. */
  sleep: (wait: Wait) => Promise<void>;
  /** In [0, 1): spreads the tries of many phones. */
  random: () => number;
}

const FIRST_MS = 2000;
const GROWTH = 1.6;
const LONGEST_MS = 15_000;
/** Without network the resident is asked after so many tries; a busy server is waited for as long as they wish. */
const OFFLINE_TRIES = 6;

/**
 * Sends until it is answered. Sending again is safe: `send` carries one Idempotency-Key, so whatever an unanswered
 * try did is what the next one is told. Refusals are passed on.
 */
export async function registerPatiently(send: () => Promise<Registration>, patience: Patience): Promise<Registration> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (failure) {
      const reason = worthWaiting(failure);
      if (!reason || (reason === 'offline' && tries >= OFFLINE_TRIES)) throw failure;
      const ms = delay(tries, failure instanceof ApiError ? failure.retryAfter : null, patience.random());
      patience.onWait({ reason, ms });
      await patience.sleep({ reason, ms });
    }
  }
}

function worthWaiting(failure: unknown): Wait['reason'] | null {
  if (!(failure instanceof ApiError)) return null;
  if (failure.code === 'OFFLINE') return 'offline';
  return failure.code === 'BUSY' || failure.code === 'NOT_READY' || failure.code === 'TOO_MANY' ? 'busy' : null;
}

/** Never sooner than the server asks, and up to half as long again, so that phones do not come back together. */
function delay(tries: number, retryAfter: number | null, random: number): number {
  const base = retryAfter ? retryAfter * 1000 : Math.min(LONGEST_MS, FIRST_MS * GROWTH ** (tries - 1));
  return Math.round(base * (1 + random / 2));
}
