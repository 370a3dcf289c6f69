import { isUtf8 } from 'node:buffer';
import { AppError } from '../../http/app-error';
import { sheetOfGrid } from './plan-grid.rules';
import { notAPlan } from './plan-nature.rules';
import type { Grid, PlanSheet } from './plan-sheet.rules';
import { checkedPlan, readPlanText } from './plan-text.reader';
import { readXlsx } from './plan-xlsx.reader';

/**
 * An uploaded planning sheet, told by its first bytes and never by its name: .xlsx, else text in UTF-8 or GB18030.
 * @throws AppError EMPTY_FILE, BAD_FILE, FILE_TOO_LARGE, NOT_A_PLAN
 */
export async function readPlanFile(bytes: Buffer): Promise<PlanSheet> {
  if (bytes.length === 0) throw new AppError('EMPTY_FILE');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return fromXlsx(await readXlsx(bytes));
  return readPlanText(decode(bytes));
}

/** The first sheet that is a plan; what the first one seems to be is told when none is. */
function fromXlsx(grids: readonly Grid[]): PlanSheet {
  const filled = grids.filter(({ rows }) => rows.length > 0);
  for (const grid of filled) {
    const sheet = sheetOfGrid(grid);
    if (sheet && notAPlan(sheet, textOf(grid)) === null) return checkedPlan(sheet, textOf(grid));
  }
  return checkedPlan(filled[0] ? sheetOfGrid(filled[0]) : null, filled[0] ? textOf(filled[0]) : '');
}

function textOf(grid: Grid): string {
  return grid.rows
    .slice(0, 200)
    .map((row) => row.map(({ text }) => text).join(' '))
    .join('\n');
}

/** UTF-8 where it is valid, else GB18030; a binary file is no text in either. */
function decode(bytes: Buffer): string {
  if (bytes.subarray(0, 4_096).includes(0)) throw new AppError('BAD_FILE');
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  if (text.startsWith('%PDF-') || text.split('\ufffd').length > text.length / 100 + 1) throw new AppError('BAD_FILE');
  return text;
}
