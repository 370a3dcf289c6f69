import { parseCsv } from 'hucre/csv';
import { headerScore } from './plan-columns.rules';
import type { Grid } from './plan-sheet.rules';

const SIGNS = [',', ';', '，'] as const;
/** A tab table copied out of a spreadsheet puts cells with line breaks in quotation marks. */
const QUOTED_TAB = /(?:^|\t)"[^"\t]*\n/m;
const LEAST_COLUMNS = 4;

/** Comma-separated text, cells in quotation marks with what they hold; null when it is none. where = `第 12 行`, as a spreadsheet counts. */
export function readCsv(text: string): Grid | null {
  const plain = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/, '');
  if (QUOTED_TAB.test(plain)) {
    const grid = gridOf(plain, '\t');
    if (hasHeader(grid) || isEven(grid)) return grid;
  }
  for (const sign of SIGNS) {
    if (!plain.includes(sign)) continue;
    const grid = gridOf(plain, sign);
    if (hasHeader(grid) || (sign === ',' && isEven(grid))) return grid;
  }
  return null;
}

function gridOf(text: string, delimiter: string): Grid {
  const rows = parseCsv(text, { delimiter })
    .map((cells, i) => cells.map((cell) => ({ text: String(cell ?? '').trim(), where: `第 ${i + 1} 行` })))
    .filter((cells) => cells.some((cell) => cell.text));
  return { rows, preface: [], closing: [] };
}

function hasHeader({ rows }: Grid): boolean {
  return rows.slice(0, 30).some((row) => headerScore(row.map(({ text }) => text)) >= 3);
}

/** Nearly all rows have as many cells: a table, even without a header. Sentences have commas here and there. */
function isEven({ rows }: Grid): boolean {
  const width = rows[Math.floor(rows.length / 2)]?.length ?? 0;
  const same = rows.filter((row) => row.length === width).length;
  return rows.length >= 2 && width >= LEAST_COLUMNS && same >= rows.length * 0.8;
}
