import { sheetOfGrid } from './plan-grid.rules';
import { notAPlan } from './plan-nature.rules';
import { type Grid, type PlanSheet, type SheetRow, textOf } from './plan-sheet.rules';
import { checkedPlan } from './plan-text.reader';
import { yearOf } from './plan-title.rules';
import { bare } from './plan-words.rules';

/**
 * The plan among a file's sheets or tables: the first that is one, with the rows of the others of the same year.
 * @throws AppError EMPTY_FILE, FILE_TOO_LARGE, NOT_A_PLAN (what the first seems to be)
 */
export function planOfGrids(grids: readonly Grid[]): PlanSheet {
  const plans = grids.flatMap((grid) => {
    const sheet = sheetOfGrid(grid);
    return sheet && notAPlan(sheet, textOfGrid(grid)) === null ? [{ sheet, grid }] : [];
  });
  const [first, ...others] = plans;
  if (!first) return checkedPlan(grids[0] ? sheetOfGrid(grids[0]) : null, grids[0] ? textOfGrid(grids[0]) : '');
  const years = yearsOf(first.sheet);
  const sheet = others
    .filter(({ sheet: other }) => [...yearsOf(other)].every((year) => years.size === 0 || years.has(year)))
    .reduce((all, { sheet: other }) => joined(all, other), first.sheet);
  return checkedPlan(sheet, textOfGrid(first.grid));
}

/** Rows that stand in both (a summary beside the units' own sheets) stay one. */
function joined(all: PlanSheet, other: PlanSheet): PlanSheet {
  const known = new Set(all.rows.map(markOf));
  const fresh = other.rows.filter((row) => !known.has(markOf(row)));
  return {
    preface: all.preface,
    closing: [...all.closing, ...other.closing],
    fields: [...new Set([...all.fields, ...other.fields])],
    rows: [...all.rows, ...fresh],
  };
}

function markOf(row: SheetRow): string {
  return (['time', 'theme', 'unit', 'content'] as const).map((field) => bare(textOf(row, field))).join('|');
}

function yearsOf({ preface }: PlanSheet): Set<number> {
  return new Set(preface.flatMap((line) => yearOf(line) ?? []));
}

function textOfGrid({ rows, preface }: Grid): string {
  const cells = rows.slice(0, 200).map((row) => row.map(({ text }) => text).join(' '));
  return [...preface, ...cells].join('\n');
}
