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

/** Signs a spreadsheet takes for the beginning of a formula, their full-width twins included. */
const FORMULA = /^\s*[=+\-@|＝＋－＠]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a cell
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** Half a letter, which no file in UTF-8 can hold. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text that no spreadsheet runs, from CSV or .xlsx, however it is saved again: no control sign, a quote before a formula's. */
export function safeText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').replace(HALVES, '\ufffd');
  return FORMULA.test(plain) ? `'${plain}` : plain;
}

export const safeCell = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(cell) : cell);
