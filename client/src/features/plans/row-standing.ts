import type { PlanField, PlanRow, PlanWarning, Severity } from '@openday/shared/plans';

export const STANDINGS = ['block', 'ask', 'decided', 'public'] as const;
/** 必须定 · 请确认 · 已定 · 已公布 */
export type Standing = (typeof STANDINGS)[number];

/** Fields as they are shown and spoken of. */
const SHOWN: PlanField[] = ['time', 'venue', 'headcount', 'unit', 'theme', 'contact', 'form', 'audience', 'content'];

/** Where a row stands for the clerk. What blocks comes before what only asks; leaving a row out is a decision too. */
export function standingOf(row: PlanRow): Standing {
  if (row.state === 'published' || (row.state === 'announced' && !isDatedNow(row))) return 'public';
  if (isSkipped(row)) return 'decided';
  if (!canGoOut(row)) return hasBlock(row) || openWarnings(row, 'confirm').length === 0 ? 'block' : 'ask';
  return openWarnings(row, 'confirm').length > 0 ? 'ask' : 'decided';
}

/** The rows that the publish button would send: decided, and not left out. */
export function readyRows(rows: readonly PlanRow[]): PlanRow[] {
  return rows.filter((row) => standingOf(row) === 'decided' && !isSkipped(row));
}

export function isSkipped({ decided, state }: PlanRow): boolean {
  return decided.act === 'skip' || (state === 'skipped' && decided.act === undefined);
}

/** What still has to be looked at, of one severity, in the order of the fields. */
export function openWarnings({ warnings }: PlanRow, severity: Severity): PlanWarning[] {
  return warnings
    .filter((warning) => warning.severity === severity && !warning.settled)
    .sort((a, b) => SHOWN.indexOf(fieldOf(a)) - SHOWN.indexOf(fieldOf(b)));
}

export function countStandings(rows: readonly PlanRow[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { block: 0, ask: 0, decided: 0, public: 0 };
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}

/** The next row that needs the clerk, after this one and round again; null when none is left. */
export function nextToDecide(rows: readonly PlanRow[], after: number): PlanRow | null {
  const needs = (row: PlanRow) => ['block', 'ask'].includes(standingOf(row));
  const round = [...rows.slice(after + 1), ...rows.slice(0, after + 1)];
  return round.find(needs) ?? null;
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

/** The field a warning is shown at: one about the place stands where the place is chosen. */
export function fieldOf({ code, field }: PlanWarning): PlanField {
  if (code.startsWith('venue_')) return 'venue';
  return field === 'no' ? 'theme' : field;
}

/** An announced row for which the clerk has since found a date: it can be published again. */
function isDatedNow({ decided, publishable }: PlanRow): boolean {
  return decided.act === 'publish' && publishable;
}

function canGoOut({ decided, publishable, announceable }: PlanRow): boolean {
  return decided.act === 'announce' ? announceable : publishable;
}

function hasBlock(row: PlanRow): boolean {
  return openWarnings(row, 'block').length > 0;
}
