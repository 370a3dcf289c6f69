import { AppError } from '../../http/app-error';
import { readCells } from './plan-cells.reader';
import { readCsv } from './plan-csv.reader';
import { sheetOfGrid } from './plan-grid.rules';
import { readLines } from './plan-lines.reader';
import { notAPlan } from './plan-nature.rules';
import { readNotice } from './plan-notice.reader';
import { withoutRadicals } from './plan-radicals.rules';
import type { PlanSheet } from './plan-sheet.rules';

/** The most characters a file of text may have (a pasted one has a limit of its own), and rows any sheet. */
const MOST_CHARACTERS = 2_000_000;
const MOST_ROWS = 5_000;

/**
 * A sheet as text → rows by field, whatever layout it came in.
 * @throws AppError EMPTY_FILE, FILE_TOO_LARGE, NOT_A_PLAN (its detail says what the text seems to be)
 */
export function readPlanText(text: string): PlanSheet {
  if (!text.replace(/[\s\ufeff]/g, '')) throw new AppError('EMPTY_FILE');
  if (text.length > MOST_CHARACTERS) throw new AppError('FILE_TOO_LARGE');
  const plain = withoutRadicals(text);
  const grid = readCsv(plain) ?? readCells(plain);
  return checkedPlan((grid && sheetOfGrid(grid)) ?? readLines(plain) ?? readNotice(plain), plain);
}

/** The sheet, if it is a plan of open days. */
export function checkedPlan(sheet: PlanSheet | null, wholeText: string): PlanSheet {
  const seems = notAPlan(sheet, wholeText);
  if (seems !== null || !sheet) {
    throw new AppError('NOT_A_PLAN', seems ? [{ field: 'file', message: `看起来是“${seems}”。` }] : undefined);
  }
  if (sheet.rows.length > MOST_ROWS) throw new AppError('FILE_TOO_LARGE');
  return sheet;
}
