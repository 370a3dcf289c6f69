import { answerTo, neededAnswer } from '@openday/shared/plan-answers';
import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanWarning, Severity } from '@openday/shared/plan-warnings';
import type { PlanRow } from '@openday/shared/plans';
import { mayWait } from './answers';

export const STANDINGS = ['block', 'ask', 'decided', 'public'] as const;
/** 必须定 · 请确认 · 已定 · 已公布 */
export type Standing = (typeof STANDINGS)[number];

/** Fields as they are shown and spoken of. */
const SHOWN: PlanField[] = [
  ...(['time', 'venue', 'headcount', 'unit', 'theme', 'contact', 'form', 'audience', 'content', 'note'] as const),
];

/** Where a row stands for the clerk. What blocks comes before what only asks; leaving a row out is a decision too. */
export function standingOf(row: PlanRow): Standing {
  if (isCancelled(row)) return 'public';
  if (isLeft(row)) return isSkipped(row) && row.eventId === null ? 'decided' : 'ask';
  if (isPublic(row) && !isReadyAgain(row)) return row.outdated && !isSkipped(row) ? waitsFor(row) : 'public';
  if (isSkipped(row)) return 'decided';
  return waitsFor(row);
}

/** What holds a row back, if anything does. */
function waitsFor(row: PlanRow): Standing {
  const asks = openWarnings(row, 'confirm').length;
  if (!canGoOut(row)) return openWarnings(row, 'block').length > 0 || asks === 0 ? 'block' : 'ask';
  return asks > 0 ? 'ask' : 'decided';
}

/** The rows that can be made public or brought up to date now: decided, and not left out. */
export function readyRows(rows: readonly PlanRow[]): PlanRow[] {
  return rows.filter((row) => standingOf(row) === 'decided' && !isSkipped(row));
}

export function isSkipped(row: PlanRow): boolean {
  const { decided, state } = row;
  return isCancelled(row) || decided.act === 'skip' || (state === 'skipped' && decided.act === undefined);
}

/** Residents can see it now. */
export function isPublic({ state }: PlanRow): boolean {
  return state === 'published' || state === 'announced';
}

/** It was public, and its event was called off. */
export function isCancelled({ state, eventId }: PlanRow): boolean {
  return state === 'skipped' && eventId !== null;
}

/** Gone from the sheet imported last, and not yet said to be kept. */
export function isLeft({ change, decided }: PlanRow): boolean {
  return change === 'gone' && decided.keep !== true;
}

/** Something of it is still to be decided. */
export function needsClerk(row: PlanRow): boolean {
  return ['block', 'ask'].includes(standingOf(row));
}

/** What still has to be looked at, of one severity, in the order of the fields. */
export function openWarnings({ warnings, decided }: PlanRow, severity: Severity): PlanWarning[] {
  return withoutEchoes(warnings)
    .filter((warning) => warning.severity === severity && !warning.settled && !mayWait(warning.code, decided))
    .sort((a, b) => SHOWN.indexOf(fieldOf(a)) - SHOWN.indexOf(fieldOf(b)));
}

/** Warnings without those that only ask anew for what another, with the sheet's words, asks for already. */
export function withoutEchoes(warnings: readonly PlanWarning[]): PlanWarning[] {
  const asks = ({ code, settled }: PlanWarning) => (settled ? null : answerTo(code));
  return warnings.filter((one) => {
    const echo = one.raw === null && one.severity === 'block' && asks(one) !== null;
    return !echo || !warnings.some((other) => other.raw !== null && asks(other) === asks(one) && needs(other));
  });
}

function needs({ code }: PlanWarning): boolean {
  return neededAnswer(code, { organizerId: null }) !== null;
}

/** The field to be decided next in a row, what blocks first; null = none. */
export function nextField(row: PlanRow): PlanField | null {
  const [first] = [...openWarnings(row, 'block'), ...openWarnings(row, 'confirm')];
  return first ? fieldOf(first) : null;
}

export function countStandings(rows: readonly PlanRow[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { block: 0, ask: 0, decided: 0, public: 0 };
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}

/** The next row that needs the clerk, after this one and round again; null when none is left. */
export function nextToDecide(rows: readonly PlanRow[], after: number): PlanRow | null {
  const round = [...rows.slice(after + 1), ...rows.slice(0, after + 1)];
  return round.find(needsClerk) ?? null;
}

const WEIGHT: Record<Severity, number> = { block: 0, confirm: 1, info: 2 };

/** A row's fields with what blocks first, then what asks. Settling one moves nothing under the clerk's hand. */
export function fieldsInOrder({ warnings }: PlanRow): PlanField[] {
  const weight = (field: PlanField) =>
    Math.min(2, ...warnings.filter((warning) => fieldOf(warning) === field).map(({ severity }) => WEIGHT[severity]));
  return SHOWN.map((field, place) => ({ field, place }))
    .sort((a, b) => weight(a.field) - weight(b.field) || a.place - b.place)
    .map(({ field }) => field);
}

/** The field a warning is shown at: where it is decided, which need not be the cell it was found in. */
export function fieldOf({ code, field }: PlanWarning): PlanField {
  if (code.startsWith('venue_')) return 'venue';
  if (code.startsWith('deadline_')) return 'headcount';
  return field === 'no' ? 'theme' : field;
}

/** Public, and what the sheet or the clerk says since can be made public too. */
function isReadyAgain(row: PlanRow): boolean {
  if (row.state === 'announced' && row.decided.act === 'publish') return row.publishable;
  return row.outdated && canGoOut(row) && !isSkipped(row);
}

function canGoOut({ decided, publishable, announceable }: PlanRow): boolean {
  return decided.act === 'announce' ? announceable : publishable;
}
