import { clockOf, dayOf, instantOf } from '@openday/shared/dates';
import type { DecidedTime, PlanDecision, PlannedTime, PlanRow } from '@openday/shared/plans';

/** One of several occurrences of a row, as far as it is decided; `YYYY-MM-DD`, `HH:MM`. */
export interface Occasion {
  day: string;
  start: string | null;
  end: string | null;
  /** It will be held. */
  on: boolean;
}

/** What is decided, else what the sheet proposes, all of it ticked; a proposed day that was left out stays, unticked. */
export function occasionsOf({ decided, parsed }: Pick<PlanRow, 'decided' | 'parsed'>): Occasion[] {
  const proposed = parsed.times.map((time) => ofPlanned(time, decided.startsAt === undefined));
  if (!decided.startsAt) return proposed;
  const first = { startsAt: decided.startsAt, endsAt: decided.endsAt };
  const held = [first, ...(decided.moreTimes ?? [])].map(ofDecided);
  const left = proposed.filter(
    ({ day, start }) => !held.some((one) => one.day === day && (!start || one.start === start)),
  );
  return inOrder([...held, ...left]);
}

/** The decision of these occurrences; null while one has no hours or none is ticked. */
export function decisionOfOccasions(
  list: readonly Occasion[],
): Required<Pick<PlanDecision, 'startsAt' | 'endsAt' | 'moreTimes' | 'act'>> | null {
  const held = inOrder(list.filter(({ on }) => on));
  const times = held.flatMap(({ day, start, end }): DecidedTime[] =>
    start && end && end > start ? [{ startsAt: instantOf(day, start), endsAt: instantOf(day, end) }] : [],
  );
  const distinct = times.filter(
    ({ startsAt }, place) => times.findIndex((each) => each.startsAt === startsAt) === place,
  );
  const [first, ...moreTimes] = distinct;
  if (!first || times.length < held.length) return null;
  return { ...first, moreTimes, act: 'publish' };
}

/** How many of the ticked have no start or no end yet. */
export function withoutHours(list: readonly Occasion[]): number {
  return list.filter(({ on, start, end }) => on && !(start && end && end > start)).length;
}

/** How many of the ticked are over, seen from that day. */
export function gone(list: readonly Occasion[], today: string): number {
  return list.filter(({ on, day }) => on && day < today).length;
}

/** Adds a day with the hours of the last, or takes that day away where it stands. */
export function toggleDay(list: readonly Occasion[], day: string): Occasion[] {
  if (list.some((each) => each.day === day && each.on)) return list.filter((each) => each.day !== day);
  const last = [...list].reverse().find(({ start }) => start);
  const others = list.filter((each) => each.day !== day);
  return inOrder([...others, { day, start: last?.start ?? null, end: last?.end ?? null, on: true }]);
}

function ofPlanned({ day, startTime, endTime }: PlannedTime, on: boolean): Occasion {
  return { day, start: startTime, end: endTime, on };
}

function ofDecided({ startsAt, endsAt }: { startsAt: string; endsAt?: string }): Occasion {
  return { day: dayOf(startsAt), start: clockOf(startsAt), end: endsAt ? clockOf(endsAt) : null, on: true };
}

function inOrder(list: readonly Occasion[]): Occasion[] {
  return [...list].sort((a, b) => `${a.day} ${a.start ?? ''}`.localeCompare(`${b.day} ${b.start ?? ''}`));
}
