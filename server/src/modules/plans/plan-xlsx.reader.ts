import type { RawCell } from '@openday/shared/plans';
import { type Cell, type CellValue, colToLetter, type MergeRange, readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import { AppError } from '../../http/app-error';
import { dateText } from './plan-cell-date.rules';
import { withoutRadicals } from './plan-radicals.rules';
import type { Grid } from './plan-sheet.rules';

const MOST_ROWS = 5_000;
/** Rows looked at for those: empty ones below the table cost time too. */
const MOST_LOOKED_AT = 20_000;
const MOST_COLUMNS = 60;

/**
 * A workbook (.xlsx, or .xls of Excel 97 and later) → one grid per visible sheet, merged cells filled, where = `工作表名 B7`.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE, FILE_LOCKED, OLD_FORMAT
 */
export async function readWorkbook(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<Grid[]> {
  const sheets = await sheetsOf(bytes, kind);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.filter(isFilled).length, 0);
  if (rows > MOST_ROWS) throw new AppError('FILE_TOO_LARGE');
  return sheets.map(gridOf).filter((grid) => grid.rows.length > 0);
}

async function sheetsOf(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<Sheet[]> {
  const read = kind === 'xls' ? readXls : readXlsx;
  try {
    const { sheets } = await read(bytes, {
      readStyles: true,
      maxRows: MOST_LOOKED_AT,
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    });
    return sheets;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const code = name === 'EncryptedFileError' ? 'FILE_LOCKED' : kind === 'xls' ? 'OLD_FORMAT' : 'BAD_FILE';
    throw Object.assign(new AppError(code), { cause: error });
  }
}

const isFilled = (row: readonly CellValue[]) => row.some((value) => value !== null && value !== '');

/** Cells with their places; a merged cell's text stands in each row and column it covers, with its own place. */
export function gridOf({ name, rows, cells, merges = [] }: Sheet): Grid {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const cellAt = (row: number, column: number): RawCell => ({
    text: textOf(rows[row]?.[column] ?? null, cells?.get(`${row},${column}`)),
    where: `${name} ${colToLetter(column)}${row + 1}`,
  });
  const covers = coversOf(merges, rows.length, cellAt);
  const grid = rows.flatMap((values, row) => {
    if (!isFilled(values) && !covers.has(`${row},0`)) return [];
    return [
      Array.from({ length: width }, (_, column) => {
        const own = cellAt(row, column);
        return own.text ? own : (covers.get(`${row},${column}`) ?? own);
      }),
    ];
  });
  // A named sheet may be the only title there is.
  return { rows: grid, preface: /[\u4e00-\u9fff]{2}/.test(name) ? [name] : [], closing: [] };
}

function coversOf(
  merges: readonly MergeRange[],
  height: number,
  cellAt: (row: number, column: number) => RawCell,
): Map<string, RawCell> {
  const covers = new Map<string, RawCell>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const cell = cellAt(startRow, startCol);
    if (!cell.text) continue;
    for (let row = startRow; row <= Math.min(endRow, height - 1, startRow + MOST_ROWS); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS); column += 1) {
        covers.set(`${row},${column}`, cell);
      }
    }
  }
  return covers;
}

/** As the clerk sees it: a date by what its format shows, so that 2024年9月 does not become its first day. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value, cell?.style?.numFmt ?? '');
  return withoutRadicals(String(value).trim());
}
