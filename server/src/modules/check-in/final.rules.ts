import { type Fact, sequenceOf } from './attendance.rules';

/** When a session's figures are final (docs/rules/check-in.md). */

/** A fact with when the server got it, ms. */
export interface ReceivedFact extends Fact {
  receivedAt: Date;
}

export interface Awaited {
  deviceId: string;
  /** A person said why it cannot send the rest. */
  excusedAt: Date | null;
}

/**
 * Since when nobody is waited for: each device's sequence is whole up to its `end`, or excused. Null while one is
 * awaited, and where nobody recorded anything; without any device a correction makes them final.
 */
export function finalSince(facts: ReceivedFact[], devices: Awaited[]): Date | null {
  if (!devices.length) return latest(facts.filter(({ kind }) => kind === 'correction'));
  const done = devices.map((device) => doneSince(facts, device));
  return done.every((at) => at !== null) ? new Date(Math.max(...done.map((at) => at.getTime()))) : null;
}

/** What came after the figures were final; a correction says itself that it did. */
export function lateOf<F extends ReceivedFact>(facts: F[], since: Date | null): F[] {
  const late = ({ kind, receivedAt }: F) => kind !== 'correction' && kind !== 'end' && receivedAt > since!;
  return since ? facts.filter(late) : [];
}

function doneSince(facts: ReceivedFact[], { deviceId, excusedAt }: Awaited): Date | null {
  const own = facts.filter((fact) => fact.deviceId === deviceId);
  const { ended, missing } = sequenceOf(own);
  const whole = ended && !missing.length ? latest(own.filter(({ kind }) => kind !== 'correction')) : null;
  return excusedAt && whole ? new Date(Math.min(excusedAt.getTime(), whole.getTime())) : (excusedAt ?? whole);
}

function latest(facts: ReceivedFact[]): Date | null {
  return facts.reduce<Date | null>((last, { receivedAt }) => (last && last > receivedAt ? last : receivedAt), null);
}
