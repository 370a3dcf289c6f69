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

export const safeCell = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(cell) : cell);
