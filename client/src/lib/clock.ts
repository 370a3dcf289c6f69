import type { Instant } from '@openday/shared/wire';
import { useEffect, useState } from 'react';

let offsetMs = 0;
let heard = false;

/** Learns the server's clock from a reply that carries it. */
export function noteServerTime(now: Instant): void {
  offsetMs = Date.parse(now) - Date.now();
  heard = true;
}

/** Takes the offset of an earlier visit, until the server is heard again. */
export function assumeOffset(ms: number): void {
  if (!heard) offsetMs = ms;
}

/** The server's clock as last seen, ms since 1970: a wrong phone counts down right. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Server clock minus phone clock, ms. */
export function clockOffsetMs(): number {
  return offsetMs;
}

/** The server's clock, drawn anew every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
