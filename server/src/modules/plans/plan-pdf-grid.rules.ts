import type { RawCell } from '@openday/shared/plans';
import { headerScore } from './plan-columns.rules';
import { type PrintedTable, placeOf, places } from './plan-pdf-table.rules';
import type { Grid } from './plan-sheet.rules';
import { bare } from './plan-words.rules';

/** A page's tables and the lines around them. */
export interface PrintedPage {
  tables: PrintedTable[];
  above: string[];
  below: string[];
}

/** Points by which the columns of a table may shift from page to page. */
const SHIFT = 6;
const NUMBER = /^\d{1,4}[.、．]?$/;

interface Line {
  cells: RawCell[];
  /** By column: does the cell go on with the row below or above? */
  isTall: boolean[];
}

/** Tables of all pages → grids; a table that goes on overleaf is one, a row that a page break cut is put together. */
export function gridsOfPages(pages: readonly PrintedPage[]): Grid[] {
  const grids: { xs: number[]; tables: { table: PrintedTable; page: number }[] }[] = [];
  pages.forEach(({ tables }, i) => {
    for (const table of tables) {
      const last = grids.at(-1);
      const goesOn = last && isAsWide(last.xs, table.xs);
      if (goesOn) last.tables.push({ table, page: i + 1 });
      else grids.push({ xs: table.xs, tables: [{ table, page: i + 1 }] });
    }
  });
  const preface = pages.slice(0, firstWithTable(pages) + 1).flatMap(({ above }) => above);
  const closing = pages.flatMap(({ below, above }, i) => (i > firstWithTable(pages) ? [...above, ...below] : below));
  return grids.map(({ tables }) => ({ rows: rowsOf(tables), preface, closing }));
}

function firstWithTable(pages: readonly PrintedPage[]): number {
  return pages.findIndex(({ tables }) => tables.length > 0);
}

function isAsWide(one: readonly number[], other: readonly number[]): boolean {
  return Math.abs(one[0]! - other[0]!) < SHIFT * 2 && Math.abs(one.at(-1)! - other.at(-1)!) < SHIFT * 2;
}

function rowsOf(tables: readonly { table: PrintedTable; page: number }[]): RawCell[][] {
  const xs = places(
    tables.flatMap(({ table }) => table.xs),
    SHIFT,
  );
  const parts = tables.map(({ table, page }) => linesOfTable(table, page, xs));
  const numbers = numberColumn(parts.flat());
  const head = headOf(parts[0]!, numbers);
  const all: Line[] = [...parts[0]!];
  for (const part of parts.slice(1)) {
    const again = part.findIndex((line) => !isHead(line, head, numbers));
    const lines = again < 0 ? [] : part.slice(again);
    if (again > 0 && lines[0]) takeBackNames(lines[0], part[again - 1]!, head);
    const [first] = lines;
    const last = all.at(-1);
    if (!first || !last || numbers === null) {
      all.push(...lines);
      continue;
    }
    fillDown(last, lines);
    if (isCut(last, first, numbers, all.at(-2))) all.splice(-1, 1, together(last, first), ...lines.slice(1));
    else all.push(...lines);
  }
  return all.map(({ cells }) => cells).filter((cells) => cells.some(({ text }) => text));
}

/** A table's rows on the columns of all pages: a cell stands in each column it covers. */
function linesOfTable({ xs: own, rows }: PrintedTable, page: number, xs: readonly number[]): Line[] {
  const columnOf = (x: number) => placeOf(xs, x + SHIFT / 2);
  const known = new Map<object, RawCell>();
  return rows.map((cells, r) => {
    const line: Line = { cells: [], isTall: [] };
    cells.forEach((cell, c) => {
      const raw = known.get(cell) ?? { text: cell.text, where: `第 ${page} 页第 ${r + 1} 行第 ${c + 1} 列` };
      known.set(cell, raw);
      for (let i = columnOf(own[c]!); i < Math.max(columnOf(own[c]!) + 1, columnOf(own[c + 1]!)); i += 1) {
        line.cells[i] = raw;
        line.isTall[i] = cell.isTall;
      }
    });
    for (let i = 0; i < xs.length - 1; i += 1) line.cells[i] ??= { text: '', where: `第 ${page} 页第 ${r + 1} 行` };
    return line;
  });
}

/** The column of row numbers: one of the first three, most of whose cells are numbers. */
function numberColumn(lines: readonly Line[]): number | null {
  for (const column of [0, 1, 2]) {
    const texts = lines.map(({ cells }) => bare(cells[column]?.text ?? '')).filter(Boolean);
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    if (numbers >= 2 && numbers >= texts.length * 0.6) return column;
  }
  return null;
}

/** The rows before the first number, as they are printed again on each page. */
function headOf(lines: readonly Line[], numbers: number | null): Line[] {
  const first = numbers === null ? -1 : lines.findIndex(({ cells }) => NUMBER.test(bare(cells[numbers]!.text)));
  const named = lines.findIndex(({ cells }) => headerScore(cells.map(({ text }) => text)) >= 3) + 1;
  return lines.slice(0, first < 0 ? named : first);
}

/** Most of its cells say what the head says in that column. */
function isHead({ cells }: Line, head: readonly Line[], numbers: number | null): boolean {
  if (numbers !== null && NUMBER.test(bare(cells[numbers]!.text))) return false;
  const filled = cells.flatMap(({ text }, column) => (bare(text) ? [{ text: bare(text), column }] : []));
  const same = filled.filter(({ text, column }) => head.some((line) => bare(line.cells[column]!.text) === text));
  return filled.length > 0 && same.length >= filled.length * 0.6;
}

/** Where a name is too long for its cell on a later page, its end is printed into the row below: 拟参加人 / 数15人. */
function takeBackNames(first: Line, again: Line, head: readonly Line[]): void {
  first.cells.forEach((cell, column) => {
    const part = bare(again.cells[column]!.text);
    const whole = head
      .map((line) => bare(line.cells[column]!.text))
      .find((name) => part && name !== part && name.startsWith(part));
    const rest = whole?.slice(part.length);
    if (rest && cell.text.startsWith(rest))
      first.cells[column] = { ...cell, text: cell.text.slice(rest.length).trimStart() };
  });
}

/** A row without its number on one side of a page break and with it, or none, on the other is one row. */
function isCut(last: Line, first: Line, numbers: number, before: Line | undefined): boolean {
  const numberOf = (line: Line | undefined) => bare(line?.cells[numbers]?.text ?? '');
  const sum = /^(?:合计|总计|小计|备注|注[:：]|说明|填表|制表)/;
  const isOneText = new Set(first.cells.map(({ text }) => text)).size === 1;
  if (isOneText || first.cells.some(({ text }) => sum.test(bare(text)))) return false;
  if (numberOf(first) === '') return NUMBER.test(numberOf(last));
  // A number in the middle of its cell may be printed with the second half.
  return numberOf(last) === '' && Number.parseInt(numberOf(before), 10) + 1 === Number.parseInt(numberOf(first), 10);
}

function together(last: Line, first: Line): Line {
  const cells = last.cells.map((cell, i) => {
    const rest = first.cells[i]!;
    if (!rest.text || rest === cell) return cell;
    if (!cell.text) return rest;
    return { text: `${cell.text}\n${rest.text}`, where: `${cell.where}、${rest.where}` };
  });
  return { cells, isTall: first.isTall };
}

/** A cell merged over rows on both sides of a page break is printed on one of them. */
function fillDown(last: Line, lines: readonly Line[]): void {
  last.cells.forEach((cell, column) => {
    const [first] = lines;
    const below = first?.cells[column];
    if (!cell.text || !(last.isTall[column] || first?.isTall[column]) || !below || below.text) return;
    for (const line of lines) {
      if (line.cells[column] !== below) break;
      line.cells[column] = cell;
    }
  });
}
