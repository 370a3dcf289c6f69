import type { PlanField } from '@openday/shared/plan-fields';
import type { RawCell } from '@openday/shared/plans';
import { AppError } from '../../http/app-error';
import { fieldOfHeader, fieldsOfTokens } from './plan-columns.rules';
import { holdsPhone } from './plan-contact.rules';
import { type Atom, type Cut, cutRow, type Gap, type Habits, MOST_ATOMS, textOfAtoms } from './plan-cut.rules';
import { doubtful, loose } from './plan-cut-doubts.rules';
import type { ColumnWidths } from './plan-fit.rules';
import { rowStarts } from './plan-marks.rules';
import type { PlanSheet, SheetRow } from './plan-sheet.rules';
import { bare, widthOf } from './plan-words.rules';

/** Characters of the longest such text: working out its cells takes a few milliseconds a row. */
const MOST_CHARACTERS = 120_000;
/** Rows that are enough to know how wide the columns are. */
const SAMPLE = 40;

interface TextLine {
  text: string;
  /** Its place in the pasted text, from 1. */
  line: number;
  gap: Gap;
}

/**
 * A table as a PDF reader or a page of paragraphs gives it: cells broken over lines, no marks between them.
 * @throws AppError FILE_TOO_LARGE
 */
export function readLines(text: string): PlanSheet | null {
  if (text.length > MOST_CHARACTERS) throw new AppError('FILE_TOO_LARGE');
  const lines = linesOf(text);
  const header = findHeader(lines);
  if (!header) return null;
  const repeated = new Set(lines.slice(header.from, header.to).map(({ text: line }) => bare(line)));
  const body = withoutHeaders(lines.slice(header.to), repeated);
  const { blocks, closing } = rowStarts(body, header.fields);
  if (blocks.length === 0) return null;
  const fields = header.fields.filter((field) => field !== 'no');
  const close = isClose(lines);
  const parts = blocks.map(({ lines: block }) => partsOf(block, header.fields, close));
  const widths = learnWidths(
    parts.slice(0, SAMPLE).map(([first]) => cutRow(first ?? [], fields, { close, widths: {} })),
  );
  const rows = blocks.map(({ no }, i) => rowOf(no, parts[i]!, fields, { close, widths }));
  // A text that was read across its columns is nowhere certain, even where its cells look right.
  const doubted = rows.filter(({ unsure }) => unsure && unsure.length > 0).length;
  if (doubted >= 3 && doubted > rows.length / 3)
    for (const row of rows) row.unsure = Object.keys(row.cells) as PlanField[];
  return { preface: lines.slice(0, header.from).map((line) => line.text), closing, fields: header.fields, rows };
}

/** Filled lines with what stands before each: two or more blank lines, or a form feed, are a page break. */
function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let blanks = 0;
  let fed = false;
  const pieces = text
    .split(/\r\n|\r|\n/)
    .flatMap((raw, i) => raw.split('\f').map((piece, p) => ({ piece, line: i + 1, afterFeed: p > 0 })));
  for (const { piece, line, afterFeed } of pieces) {
    fed ||= afterFeed;
    const filled = piece.replace(/[\u200b\ufeff]/g, '').trim();
    if (!filled) blanks += 1;
    else if (isPageNumber(filled)) fed = true;
    else {
      lines.push({ text: filled, line, gap: fed || blanks >= 2 ? 'page' : blanks === 1 ? 'blank' : 'newline' });
      fed = false;
      blanks = 0;
    }
  }
  return lines;
}

function isPageNumber(line: string): boolean {
  return /^[-—–]\s*\d{1,3}\s*[-—–]$|^第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$|^\d{1,3}\s*\/\s*\d{1,3}$/.test(line);
}

/** Column names: 序号 and the like, or several names in one line; never a heading of a notice. */
function mayBeHeader(line: string): boolean {
  if (line.length > 80 || /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十])/.test(line)) return false;
  const named = line.split(/\s+/).filter((word) => word.length <= 14 && fieldOfHeader(word)).length;
  return named >= 3 || /^(?:序|编\s*号|项目$)|时间|主题|单位|名称|内容/.test(line);
}

/** The lines of column names, wherever the reader broke them. */
function findHeader(lines: readonly TextLine[]): { from: number; to: number; fields: PlanField[] } | null {
  for (let from = 0; from < lines.length; from += 1) {
    if (!mayBeHeader(lines[from]!.text)) continue;
    const tokens: string[] = [];
    let to = from;
    for (; to < Math.min(lines.length, from + 24); to += 1) {
      const words = lines[to]!.text.split(/\s+/);
      if (!words.every((word) => word.length <= 14 && !/\d|[。“”>]|^[一二三四五六七八九十]+、/.test(word))) break;
      const named = words.filter((word) => fieldOfHeader(word)).length;
      const fragment = words.every((word) => word.length <= 4);
      if (named === 0 && !fragment) break;
      if (
        named === 0 &&
        fieldsOfTokens([...tokens, ...words]).join() === fieldsOfTokens(tokens).join() &&
        tokens.length > 0 &&
        !/[）)]$/.test(lines[to]!.text)
      ) {
        if (!words.some((word) => completes(tokens, word)) && !namesFollow(lines, to)) break;
      }
      tokens.push(...words);
    }
    const fields = fieldsOfTokens(tokens);
    if (fields.length >= 3 && fields.some((field) => field === 'theme' || field === 'content' || field === 'time'))
      return { from, to, fields };
  }
  return null;
}

/** More names of columns within a few lines: what stands between is a name in pieces (拟参 / 加人 / 数). */
function namesFollow(lines: readonly TextLine[], at: number): boolean {
  for (const { text } of lines.slice(at, at + 5)) {
    const words = text.split(/\s+/);
    if (words.some((word) => word.length > 14 || /[\d。“”]/.test(word))) return false;
    if (words.some((word) => fieldOfHeader(word))) return true;
  }
  return false;
}

/** 拟参加 / 人数: a piece that only together with an earlier one names a column. */
function completes(tokens: readonly string[], word: string): boolean {
  return tokens.some((token) => fieldOfHeader(token) === null) || /^(?:及|和|与|（)/.test(word);
}

/** The body without the names that stand again on top of each page; a single sign of them only beside another. */
function withoutHeaders(lines: readonly TextLine[], repeated: ReadonlySet<string>): TextLine[] {
  const again = lines.map(({ text }) => repeated.has(bare(text)));
  const long = lines.map(({ text }, i) => again[i] === true && bare(text).length > 1);
  const dropped = lines.map(
    (_, i) => again[i] && (long[i] || long[i - 1] || long[i + 1] || (again[i + 1] && long[i + 2])),
  );
  return lines.flatMap((line, i) =>
    dropped[i] ? [] : [{ ...line, gap: dropped[i - 1] && i > 1 ? ('page' as const) : line.gap }],
  );
}

/** Whether a bare line break (no blank line) only ever parts cells: blank lines are the rule, bare breaks the exception. */
function isClose(lines: readonly TextLine[]): boolean {
  const blank = lines.filter(({ gap }) => gap === 'blank').length;
  const newline = lines.filter(({ gap }) => gap === 'newline').length;
  return blank > newline && blank > lines.length * 0.3 && newline > 2;
}

/** A row's pieces before the first page break, and after each. Text behind a closed last column counts as after one. */
function partsOf(block: readonly TextLine[], fields: readonly PlanField[], close: boolean): Atom[][] {
  const parts: Atom[][] = [[]];
  let sawPhone = false;
  block.forEach(({ text, line, gap }, i) => {
    const phone = holdsPhone(text);
    const another = block.slice(i + 1, i + 3).some(({ text: next }) => holdsPhone(next));
    const behindPhone = sawPhone && !phone && !another && fields.at(-1) === 'contact' && !/^[（(]/.test(text);
    if (i > 0 && (gap === 'page' || behindPhone)) parts.push([]);
    sawPhone = gap === 'page' || behindPhone ? phone : sawPhone || phone;
    const words = text.split(/(\s+)/);
    for (let w = 0; w < words.length; w += 2) {
      if (!words[w]) continue;
      const before: Gap =
        w === 0
          ? gap === 'page' && i > 0
            ? 'page'
            : close
              ? gap
              : 'newline'
          : words[w - 1]!.length > 1
            ? 'wide'
            : 'space';
      parts.at(-1)!.push({ text: words[w]!, line, gap: before });
    }
  });
  return parts.filter((part) => part.length > 0);
}

/** The widest line of each column over the whole sheet (the 95th of a hundred, so that one slip does not count). */
function learnWidths(rows: readonly Cut[][]): ColumnWidths {
  const widths: ColumnWidths = {};
  for (const field of ['theme', 'content', 'unit', 'venue', 'form', 'audience'] as const) {
    const widest = rows
      .flatMap((cuts) => cuts.filter((cut) => cut.field === field))
      .map(({ atoms }) => Math.max(0, ...textOfAtoms(atoms).split('\n').map(widthOf)))
      .filter((width) => width > 0)
      .sort((a, b) => a - b);
    if (widest.length >= 6) widths[field] = widest[Math.floor((widest.length - 1) * 0.9)]!;
  }
  return widths;
}

function rowOf(no: RawCell | null, parts: readonly Atom[][], fields: readonly PlanField[], habits: Habits): SheetRow {
  const cells: SheetRow['cells'] = no ? { no } : {};
  const torn: SheetRow['torn'] = [];
  const first = cutRow(parts[0] ?? [], fields, habits);
  for (const { field, atoms } of first) if (atoms.length > 0) cells[field] = cellOf(atoms);

  for (const tail of parts.slice(1)) {
    const bases = fields.map((field) => cells[field]?.text ?? '');
    for (const { field, atoms } of cutRow(tail, fields, habits, bases)) {
      if (atoms.length === 0) continue;
      const rest = cellOf(atoms);
      const before = cells[field];
      if (before) torn.push({ field, tail: rest.text });
      cells[field] = before ? { text: `${before.text}\n${rest.text}`, where: `${before.where}、${rest.where}` } : rest;
    }
  }
  const left = parts.flatMap((part) => part.slice(MOST_ATOMS));
  const unsure = parts.length > 1 ? loose({ cells, torn }, fields) : [...doubtful(first, habits)];
  return { cells, torn, stray: left.length > 0 ? cellOf(left) : null, unsure };
}

function cellOf(atoms: readonly Atom[]): RawCell {
  const from = atoms[0]!.line;
  const to = atoms.at(-1)!.line;
  return { text: textOfAtoms(atoms), where: from === to ? `第 ${from} 行` : `第 ${from}–${to} 行` };
}
