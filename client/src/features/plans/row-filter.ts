import { neededAnswer, type PlanAnswer } from '@openday/shared/plan-answers';
import { type PlanWarningCode } from '@openday/shared/plan-warnings';
import { type PlanRow, ROW_CHANGES, type RowChange } from '@openday/shared/plans';
import { CODE_WORDS } from '@/lib/text/plan-codes';
import { CHANGE_WORDS, review as words } from '@/lib/text/review';
import { openWarnings, STANDINGS, type Standing, standingOf } from './row-standing';

const LACKS = ['start', 'end', 'venue', 'seats', 'unit', 'theme'] as const satisfies PlanAnswer[];
type Lack = (typeof LACKS)[number];

/** Which rows the list shows: of a standing, lacking a value, asking one thing, changed in one way, or all. */
export type RowFilter =
  | 'all'
  | 'outdated'
  | Standing
  | `lack:${Lack}`
  | `code:${PlanWarningCode}`
  | `change:${RowChange}`;

export interface FilterChoice {
  key: RowFilter;
  text: string;
}

/** Whether a row passes. */
export function passes(row: PlanRow, filter: RowFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'outdated') return row.outdated;
  if (isStanding(filter)) return standingOf(row) === filter;
  const [kind, what] = filter.split(':');
  if (kind === 'change') return row.change === what;
  if (!['block', 'ask'].includes(standingOf(row))) return false;
  if (kind === 'lack') return lacksOf(row).has(what as Lack);
  return openCodes(row).has(what as PlanWarningCode);
}

/** What can be chosen beside the standings, each with how many rows it has; those without any are left out. */
export function filterChoices(rows: readonly PlanRow[]): FilterChoice[] {
  const choices: [RowFilter, string][] = [
    ['all', words.filters.all],
    ...ROW_CHANGES.map((key): [RowFilter, string] => [`change:${key}`, CHANGE_WORDS[key]]),
    ['outdated', words.filters.outdated],
    ...LACKS.map((key): [RowFilter, string] => [`lack:${key}`, words.filters.lack[key]]),
    ...otherCodes(rows).map((key): [RowFilter, string] => [`code:${key}`, words.filters.code(CODE_WORDS[key])]),
  ];
  return choices.flatMap(([key, text]) => {
    const n = rows.filter((row) => passes(row, key)).length;
    return n > 0 ? [{ key, text: words.filters.counted(text, n) }] : [];
  });
}

function isStanding(filter: RowFilter): filter is Standing {
  return STANDINGS.some((key) => key === filter);
}

function lacksOf(row: PlanRow): Set<Lack> {
  const answers = open(row).map(({ code }) => neededAnswer(code, row.parsed));
  return new Set(LACKS.filter((lack) => answers.includes(lack)));
}

function openCodes(row: PlanRow): Set<PlanWarningCode> {
  return new Set(open(row).map(({ code }) => code));
}

/** Codes that ask something else than for a value that lacks. */
function otherCodes(rows: readonly PlanRow[]): PlanWarningCode[] {
  const codes = rows.flatMap((row) =>
    open(row).flatMap(({ code }) => (neededAnswer(code, row.parsed) === null ? [code] : [])),
  );
  return [...new Set(codes)].sort();
}

function open(row: PlanRow) {
  return [...openWarnings(row, 'block'), ...openWarnings(row, 'confirm')];
}
