import { safeText } from '../reports/safe-text.rules';

/** Numbers stay numbers; null is an empty cell, never 0. */
export type Cell = string | number | null;

export interface Column {
  title: string;
  /** Characters. */
  width: number;
}

/** A list as a file has it: its head, and rows that are read while they are written. */
export interface Table {
  /** 活动场次 */
  name: string;
  columns: Column[];
  total: number;
  rows: () => AsyncIterable<Cell[]>;
}

/** Every row of a list, read so many at a time; `after` reads those whose id comes after one, in the order of ids. */
export async function* inPieces<T extends { id: string }>(
  size: number,
  after: (last: string) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let last = '', more = true; more; ) {
    const rows = await after(last);
    if (rows.length) yield rows;
    last = rows.at(-1)?.id ?? last;
    more = rows.length === size;
  }
}

/** A list so short that it is read at once; numbered. */
export const shortTable = (name: string, columns: Column[], lines: Cell[][]): Table => ({
  name,
  columns: [{ title: '序号', width: 6 }, ...columns],
  total: lines.length,
  rows: async function* () {
    for (const [index, line] of lines.entries()) yield [index + 1, ...line];
  },
});

/** Lines with their number before them, from 1. */
export async function* numbered(lines: AsyncIterable<Cell[]>): AsyncGenerator<Cell[]> {
  let place = 0;
  for await (const line of lines) {
    place += 1;
    yield [place, ...line];
  }
}

export const safeCell = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(cell) : cell);
