import type { PdfPage, Sign } from './plan-pdf-page.rules';
import type { Rule } from './plan-pdf-path.rules';
import { textOfCell } from './plan-pdf-text.rules';

/** One cell of a printed table; merged cells stand in each place they cover as the same object. */
export interface PrintedCell {
  text: string;
  /** Covers more than one row. */
  isTall: boolean;
}
export interface PrintedTable {
  /** Borders of its columns, from left to right. */
  xs: number[];
  top: number;
  bottom: number;
  rows: PrintedCell[][];
}

/** Points by which lines that should meet may miss each other. */
const SLACK = 3;
const MOST_CELLS = 20_000;
/** A page with more lines is a drawing. */
const MOST_LINES = 2_000;

/** The tables whose cells are ruled, from top to bottom, and the signs outside of them. */
export function ruledTables({ signs, level, upright }: PdfPage): { tables: PrintedTable[]; outside: Sign[] } {
  const [rows, columns] = [joined(level), joined(upright)];
  const frames = rows.length + columns.length > MOST_LINES ? [] : framesOf(rows, columns);
  const tables: PrintedTable[] = [];
  let left = signs;
  for (const frame of frames.sort((a, b) => areaOf(a) - areaOf(b))) {
    const inside = left.filter((sign) => isInside(sign, frame));
    const table = tableOf(frame, inside);
    if (!table) continue;
    tables.push(table);
    left = left.filter((sign) => !isInside(sign, frame));
  }
  return { tables: tables.sort((a, b) => a.top - b.top), outside: left };
}

interface Frame {
  xs: number[];
  ys: number[];
  level: Rule[];
  upright: Rule[];
}

/** Pieces of one line put together; borders are often drawn cell by cell, or as dots. */
export function joined(rules: readonly Rule[]): Rule[] {
  const rows: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = rows.at(-1);
    if (last && rule.at - last[0]!.at < SLACK / 2) last.push(rule);
    else rows.push([rule]);
  }
  return rows.flatMap(joinedRow).filter(({ from, to }) => to - from > SLACK * 2);
}

function joinedRow(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const last = lines.at(-1);
    if (last && rule.from <= last.to + SLACK) last.to = Math.max(last.to, rule.to);
    else lines.push({ ...rule });
  }
  return lines;
}

/** Lines that touch belong to one table. */
function framesOf(level: readonly Rule[], upright: readonly Rule[]): Frame[] {
  const groups: { level: Rule[]; upright: Rule[] }[] = [];
  const rest = new Set(upright);
  const free = new Set(level);
  for (const start of level) {
    if (!free.delete(start)) continue;
    const group = { level: [start], upright: [] as Rule[] };
    for (let i = 0; i < group.level.length; i += 1) {
      for (const line of [...rest].filter((one) => touches(group.level[i]!, one))) {
        rest.delete(line);
        group.upright.push(line);
        for (const other of [...free].filter((one) => touches(one, line))) {
          free.delete(other);
          group.level.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups.flatMap((group) => {
    const ends = (rules: readonly Rule[]) => rules.flatMap(({ from, to }) => [from, to]);
    // A side left open ends where the lines across it end.
    const xs = places([...group.upright.map((rule) => rule.at), ...outer(ends(group.level))]);
    const ys = places([...group.level.map((rule) => rule.at), ...outer(ends(group.upright))]);
    const isTable = group.upright.length > 0 && xs.length > 1 && ys.length > 1 && xs.length + ys.length > 4;
    return isTable && xs.length * ys.length <= MOST_CELLS ? [{ ...group, xs, ys }] : [];
  });
}

function touches(level: Rule, upright: Rule): boolean {
  const across = upright.at >= level.from - SLACK && upright.at <= level.to + SLACK;
  return across && level.at >= upright.from - SLACK && level.at <= upright.to + SLACK;
}

function outer(values: readonly number[]): number[] {
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : [];
}

/** Places in order, those that nearly agree as one. */
export function places(values: readonly number[], slack = SLACK): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - found.at(-1)! > slack) found.push(value);
  }
  return found;
}

/** Which of the strips between the borders holds a value: the one behind the last border before it. */
export function placeOf(borders: readonly number[], value: number): number {
  const next = borders.findIndex((border) => border > value);
  return (next < 0 ? borders.length : next) - 1;
}

function areaOf({ xs, ys }: Frame): number {
  return (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);
}

const middleOf = ({ left, right, y, size }: Sign) => ({ x: (left + right) / 2, y: y - size * 0.35 });

function isInside(sign: Sign, { xs, ys }: Frame): boolean {
  const { x, y } = middleOf(sign);
  return x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!;
}

/** Cells between the lines; where a line is missing they are one. */
function tableOf({ xs, ys, level, upright }: Frame, signs: readonly Sign[]): PrintedTable | null {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const group = Array.from({ length: width * height }, (_, i) => i);
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i]!));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      const [left, right, top, bottom] = [xs[column]!, xs[column + 1]!, ys[row]!, ys[row + 1]!];
      if (column + 1 < width && !isDrawn(upright, right, top, bottom)) group[rootOf(here + 1)] = rootOf(here);
      if (row + 1 < height && !isDrawn(level, bottom, left, right)) group[rootOf(here + width)] = rootOf(here);
    }
  }
  const held = new Map<number, Sign[]>();
  for (const sign of signs) {
    const { x, y } = middleOf(sign);
    const column = placeOf(xs, x);
    const row = placeOf(ys, y);
    const root = rootOf(Math.min(row, height - 1) * width + Math.min(column, width - 1));
    held.set(root, [...(held.get(root) ?? []), sign]);
  }
  /** Of a cell in its first row, however many columns it covers. */
  const widthOf = (root: number) => {
    const first = root % width;
    const count = xs.slice(first + 1).findIndex((_, i) => rootOf(Math.min(root + i + 1, group.length - 1)) !== root);
    return xs[Math.min(width, first + 1 + Math.max(0, count))]! - xs[first]!;
  };
  const cells = new Map<number, PrintedCell>();
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const root = rootOf(row * width + column);
      const isTall =
        Math.floor(root / width) !== row || (row + 1 < height && rootOf((row + 1) * width + column) === root);
      const cell = cells.get(root) ?? { text: textOfCell(held.get(root) ?? [], widthOf(root)), isTall: false };
      cell.isTall ||= isTall;
      cells.set(root, cell);
      return cell;
    }),
  );
  return cells.size > 1 ? { xs: [...xs], top: ys[0]!, bottom: ys.at(-1)!, rows } : null;
}

function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const covered = rules
    .filter((rule) => Math.abs(rule.at - at) <= SLACK)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return covered > (to - from) * 0.6;
}
