import { createHmac } from 'node:crypto';

/** How a delivery is signed, and when it is tried again. */

const MINUTE = 60_000;
/** After each failure: a minute, then longer, at last a day; then hope is given up. */
const WAITS = [1, 5, 15, 60, 180, 720, 1440].map((minutes) => minutes * MINUTE);
/** Longer than one try takes: a replica that dies in the middle is followed by another. */
export const LEASE_MS = MINUTE;

/** When it is tried again after so many tries that failed; null = no more. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** `sha256=HEX` over `TIMESTAMP.BODY`; timestamp in seconds, so that an old one sent again is told from a new one. */
export const signature = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
