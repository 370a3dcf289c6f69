import type { RawCell } from '@openday/shared/plans';
import { fieldOfHeader, headerScore } from './plan-columns.rules';
import type { Grid } from './plan-sheet.rules';
import { bare } from './plan-words.rules';

interface Piece {
  text: string;
  line: number;
}
/** 一、区直部门: a heading between rows. */
const SECTION = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\n]{2,20}$/;
/** 备注：…, below the table. */
const CLOSING = /^(?:注|备注|说明|附注|填表(?:人|单位|时间)|制表|审核|附件)\s*\d*\s*[:：]/;
const SIGNED = /^20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;
const isClosing = (text: string, next: string) =>
  CLOSING.test(text) || SIGNED.test(text) || (SIGNED.test(next.trim()) && text.length <= 30);
const cell = ({ text, line }: Piece): RawCell => ({ text: text.trim(), where: `第 ${line} 行` });

/** Text whose cells are marked: tabs (a Word table flattened) or `|`; null when it is none of them. */
export function readCells(text: string): Grid | null {
  const lines = text.replace(/\ufeff/g, '').split(/\r\n|\r|\n/);
  const filled = lines.filter((line) => line.trim());
  const share = (test: RegExp) => filled.filter((line) => test.test(line)).length / Math.max(1, filled.length);
  if (share(/\t/) > 0.1 || filled.some((line) => headerScore(line.split('\t')) >= 3)) return readTabs(lines);
  if (share(/[|｜]/) > 0.4) return share(/[|｜].*\S.*[|｜]/) > 0.5 ? readBars(lines) : readBarPerCell(lines);
  return null;
}

/** A tab starts a cell, a line without one goes on with the cell; the header's width tells where a row is full. */
function readTabs(given: readonly string[]): Grid {
  const lines = gathered(given);
  const width = widthOfHeader(lines);
  const grid: Grid = { rows: [], preface: [], closing: [] };
  let row: Piece[] | null = null;
  let expected = 1;
  const close = () => {
    if (row) grid.rows.push(row.map(cell));
    row = null;
  };
  lines.forEach((text, i) => {
    const line = i + 1;
    const parts = text.split('\t');
    const begins = startsRow(parts, row, width, expected);
    if (!text.trim()) return;
    if (parts.length === 1 && !begins) {
      if (row && row.length >= width && isClosing(text.trim(), lines[i + 1] ?? '')) {
        close();
        grid.closing.push(text.trim());
      } else if (!row || (row.length >= width && SECTION.test(text.trim()))) grid.preface.push(text.trim());
      else row.at(-1)!.text += `\n${text}`;
      return;
    }
    if (begins) {
      close();
      row = parts.map((part) => ({ text: part, line }));
      const no = /^\s*(\d{1,3})\s*[.、．]?\s*$/.exec(parts[0]!)?.[1];
      if (no) expected = Number(no) + 1;
      return;
    }
    const [rest, ...others] = parts;
    if (rest?.trim()) row!.at(-1)!.text += `\n${rest}`;
    row!.push(...others.map((part) => ({ text: part, line })));
  });
  close();
  return grid;
}

/** A column name to a line, all but the first behind a tab: the names are put on one line, so that they tell the width. */
function gathered(lines: readonly string[]): string[] {
  for (let at = 0; at < Math.min(lines.length, 40); at += 1) {
    if (/\t/.test(lines[at]!)) continue;
    let to = at + 1;
    while (to < lines.length && /^\t[^\t]*$/.test(lines[to]!)) to += 1;
    const names = lines.slice(at, to).map((line) => line.trim());
    if (names.length >= 3 && headerScore(names) >= 3)
      return [...lines.slice(0, at), names.join('\t'), ...names.slice(1).map(() => ''), ...lines.slice(to)];
  }
  return [...lines];
}

function startsRow(parts: readonly string[], row: readonly Piece[] | null, width: number, expected: number): boolean {
  if (parts.length > 1 && headerScore(parts) >= 3) return true;
  const no = /^\s*(\d{1,3})\s*[.、．]?\s*$/.exec(parts[0]!)?.[1];
  const full = row === null || row.length >= width;
  if (parts.length === 1) return row !== null && full && no !== undefined && Number(no) === expected;
  if (row === null || (no !== undefined && (full || Number(no) === expected))) return true;
  const filled = parts.length - [...parts].reverse().findIndex((part) => part.trim() !== '');
  if (!full && no === undefined && row.length + filled - 1 <= width) return false;
  if (full) return parts[0]!.trim() === '' || parts.length >= width - 1 || row.length + parts.length - 1 > width + 1;
  return parts.length >= width;
}

function widthOfHeader(lines: readonly string[]): number {
  const header = lines.map((line) => line.split('\t')).find((parts) => headerScore(parts) >= 3);
  if (header) return header.filter((part, i) => part.trim() || header.slice(i).some((later) => later.trim())).length;
  const counts = lines.map((line) => line.split('\t').length).filter((n) => n > 1);
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1;
}

/** `| a | b |`: one line, one row; the rule under a header is dropped. */
function readBars(lines: readonly string[]): Grid {
  const grid: Grid = { rows: [], preface: [], closing: [] };
  lines.forEach((text, i) => {
    if (!/[|｜]/.test(text)) {
      if (text.trim()) (grid.rows.length === 0 ? grid.preface : grid.closing).push(text.trim());
      return;
    }
    const inner = text.trim().replace(/^[|｜]|[|｜]$/g, '');
    if (/^[\s|｜:-]*$/.test(inner)) return;
    grid.rows.push(inner.split(/[|｜]/).map((part) => cell({ text: part.replace(/<br\s*\/?>/g, '\n'), line: i + 1 })));
  });
  return grid;
}

/** `cell |` on a line of its own: cells in a row, as many to a row as the header has names. */
function readBarPerCell(lines: readonly string[]): Grid {
  const cells: RawCell[] = [];
  const preface: string[] = [];
  let open: Piece | null = null;
  lines.forEach((text, i) => {
    const ends = /[|｜]\s*$/.test(text);
    const part = text.replace(/[|｜]\s*$/, '').trim();
    if (!ends && cells.length === 0 && !open && part && (part.length > 4 || fieldOfHeader(part) === null)) {
      preface.push(part);
      return;
    }
    if (part) open = open ? { ...open, text: `${open.text}\n${part}` } : { text: part, line: i + 1 };
    if (!ends) return;
    cells.push(cell(open ?? { text: '', line: i + 1 }));
    open = null;
  });
  if (open) cells.push(cell(open));
  return { rows: rowsOfCells(cells), preface, closing: [] };
}

function isName({ text }: RawCell): boolean {
  return bare(text).length <= 8 && !/[\d。，]/.test(text);
}

/** A form: the least width at which every row begins with a name (活动主题 | 走进水务); null where there is none. */
function widthOfForm(cells: readonly RawCell[]): number | null {
  const isForm = (width: number) => {
    const firsts = cells.filter((_, i) => i % width === 0);
    return cells.length % width === 0 && firsts.length >= 4 && firsts.every(({ text }) => fieldOfHeader(text) !== null);
  };
  return cells.length <= 120 ? ([2, 4, 6].find(isForm) ?? null) : null;
}

/** A run of cells without row marks: the header's names give the width, the numbers keep it right. */
function rowsOfCells(cells: readonly RawCell[]): RawCell[][] {
  const from = cells.findIndex(({ text }) => fieldOfHeader(text) !== null);
  if (from < 0) return [];
  const after = cells.findIndex(({ text }, i) => i > from && fieldOfHeader(text) === null);
  const named = Math.max(1, (after < 0 ? cells.length : after) - from);
  // A name we do not know among them: the width the cells share out evenly.
  const width =
    [0, 1, 2]
      .map((more) => named + more)
      .find((n) => (cells.length - from) % n === 0 && cells.slice(from + named, from + n).every(isName)) ?? named;
  const form = named < 3 ? widthOfForm(cells) : null;
  if (form) return cells.flatMap((_, i) => (i % form === 0 ? [cells.slice(i, i + form)] : []));
  const numbered = fieldOfHeader(cells[from]!.text) === 'no';
  const rows: RawCell[][] = [];
  for (const one of cells.slice(from)) {
    const last = rows.at(-1);
    const next = numbered && rows.length > 0 && bare(one.text) === String(rows.length);
    if (!last || last.length >= width || (next && last.length >= width - 2 && rows.length > 1)) rows.push([one]);
    else last.push(one);
  }
  return [...cells.slice(0, from).map((one) => [one]), ...rows];
}
