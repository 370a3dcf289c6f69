import type { SessionDetail } from '@openday/shared/sessions';

/** The session as it is now: at its opening it opens by the clock, without waiting for an answer. */
export function turned(session: SessionDetail, now: number): SessionDetail {
  const { phase, opensAt, seats } = session;
  if (phase !== 'soon' || !opensAt || Date.parse(opensAt) > now) return session;
  return { ...session, phase: seats?.left === 0 ? 'full' : 'open' };
}
