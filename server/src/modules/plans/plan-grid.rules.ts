import { PLAN_FIELDS, type PlanField } from '@openday/shared/plan-fields';
import { type RawCell } from '@openday/shared/plans';
import { columnsByHeader, headerScore } from './plan-columns.rules';
import { holdsPhone } from './plan-contact.rules';
import { fitOf } from './plan-fit.rules';
import { goesOn, isRow, joinRow, rowOf } from './plan-grid-row.rules';
import { sheetOfRecord } from './plan-record.rules';
import type { Grid, PlanSheet, SheetRow } from './plan-sheet.rules';
import { UNIT_END } from './plan-unit.rules';
import { bare } from './plan-words.rules';

type Columns = Map<PlanField, number[]>;
interface Header {
  from: number;
  to: number;
  names: string[];
}
const SAMPLE = 40;

/** Cells in rows and columns → rows by field; else a form about one open day. Null when it is neither. */
export function sheetOfGrid(grid: Grid): PlanSheet | null {
  const header = headerOf(grid.rows);
  const body = grid.rows.slice(header?.to ?? 0).filter((row) => !header || !isRepeated(row, header.names));
  const columns = header ? byHeader(header.names, body) : columnsByContent(body);
  if ([...columns.keys()].filter((field) => field !== 'note').length < 3) return sheetOfRecord(grid);
  const rows: SheetRow[] = [];
  const above = grid.rows.slice(0, header?.from ?? 0).map(textOfCells);
  const closing = [...grid.closing];
  const numbered = columns.has('no');
  let unit: RawCell | null = null;
  for (const cells of body) {
    const row = rowOf(cells, columns, header?.names ?? []);
    if (!columns.has('unit')) unit = unitOfSection(cells) ?? unit;
    if (unit) row.cells.unit ??= unit;
    const last = rows.at(-1);
    if (numbered && last && goesOn(row, last)) joinRow(last, row);
    else if (isRow(row, columns)) rows.push(row);
    else (rows.length === 0 ? above : closing).push(textOfCells(cells));
  }
  return {
    preface: [...grid.preface, ...above].filter(Boolean),
    closing: closing.filter(Boolean),
    fields: PLAN_FIELDS.filter((field) => columns.has(field) || (field === 'unit' && unit !== null)),
    rows,
    ...(header && { header: header.names.map(bare).join(' ') }),
  };
}

/** 二、市文化和旅游局: a line that gives the unit of the rows under it. */
function unitOfSection(cells: readonly RawCell[]): RawCell | null {
  const filled = cells.filter(({ text }) => bare(text));
  if (new Set(filled.map(({ text }) => bare(text))).size !== 1) return null;
  const name = bare(filled[0]!.text).replace(
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])/,
    '',
  );
  return UNIT_END.test(name) && name.length <= 24 ? { text: name, where: filled[0]!.where } : null;
}

function textOfCells(cells: readonly RawCell[]): string {
  return [...new Set(cells.map(({ text }) => text.trim()).filter(Boolean))].join(' ');
}

/** One row of names, or two where the upper one spans (联系方式 over 联系人, 电话). */
function headerOf(rows: readonly RawCell[][]): Header | null {
  let best: (Header & { score: number }) | null = null;
  rows.slice(0, 30).forEach((row, from) => {
    const names = row.map(({ text }) => text);
    const score = headerScore(names);
    // The first names are the header; better ones only where they stand with them, not on a later page.
    if (score >= 3 && score > (best?.score ?? 0) && from <= (best?.from ?? from) + 2)
      best = { from, to: from + 1, names, score };
  });
  if (!best) return null;
  const { from, to, names, score } = best as Header & { score: number };
  const under = rows[to]?.map(({ text }) => text) ?? [];
  if (!isSecondHeader(names, under)) return { from, to, names };
  const both = names.map((name, i) => `${name}${bare(under[i] ?? '') === bare(name) ? '' : (under[i] ?? '')}`);
  return headerScore(both.map((name) => name.slice(0, 14))) >= score
    ? { from, to: to + 1, names: both }
    : { from, to, names };
}

function isSecondHeader(names: readonly string[], under: readonly string[]): boolean {
  const filled = under.filter((cell) => bare(cell));
  const own = filled.filter((cell) => !names.some((name) => bare(name) === bare(cell)));
  return own.length > 0 && filled.every((cell) => bare(cell).length <= 10 && !/\d/.test(cell)) && headerScore(own) >= 1;
}

/** The header again, as it stands on top of each page. */
function isRepeated(row: readonly RawCell[], names: readonly string[]): boolean {
  const known = new Set(names.map(bare));
  const filled = row.map(({ text }) => bare(text)).filter(Boolean);
  const named = headerScore(row.map(({ text }) => text)) >= 4 && !filled.some((text) => /\d/.test(text));
  return filled.length >= 3 && (named || filled.every((text) => known.has(text)));
}

/** What the names say, corrected by what the cells hold: numbers to call are contacts under any name. */
function byHeader(names: readonly string[], body: readonly RawCell[][]): Columns {
  const columns = columnsByHeader(names);
  const cellsOf = (i: number) =>
    body
      .slice(0, SAMPLE)
      .map((row) => row[i]?.text ?? '')
      .filter((text) => bare(text));
  const move = (to: PlanField, suits: (texts: string[]) => boolean) => {
    const notes = columns.get('note') ?? [];
    const found = notes.find((i) => cellsOf(i).length > 0 && suits(cellsOf(i)));
    if (columns.has(to) || found === undefined) return;
    columns.set(to, [found]);
    columns.set(
      'note',
      notes.filter((i) => i !== found),
    );
  };
  move('contact', (texts) => texts.filter(holdsPhone).length >= texts.length / 2);
  move('time', (texts) => averageFit('time', texts) > 6);
  const contents = columns.get('content');
  // Short contents without a theme beside them are the themes.
  if (contents && !columns.has('theme') && contents.every((i) => areNames(cellsOf(i)))) {
    columns.set('theme', contents);
    columns.delete('content');
  }
  if (!columns.has('content')) move('theme', (texts) => averageFit('theme', texts) > 2);
  if (columns.get('note')?.length === 0) columns.delete('note');
  return columns;
}

function areNames(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.reduce((sum, text) => sum + bare(text).length, 0) / texts.length <= 18;
}

function averageFit(field: PlanField, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + fitOf(field, text, {}), 0) / Math.max(1, texts.length);
}

/** Without a header: each column goes to the field most of its cells look like. */
function columnsByContent(rows: readonly RawCell[][]): Columns {
  const sample = rows.filter((row) => row.filter(({ text }) => bare(text)).length >= 3).slice(0, SAMPLE);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const scores: { field: PlanField; column: number; score: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts = sample.map((row) => row[column]?.text ?? '').filter((text) => bare(text));
    if (texts.length === 0) continue;
    for (const field of PLAN_FIELDS) {
      if (field === 'note') continue;
      const score = (field === 'no' && isCount(texts) ? 20 : 0) + averageFit(field, texts);
      if (score > 2) scores.push({ field, column, score });
    }
  }
  const columns: Columns = new Map();
  const taken = new Set<number>();
  for (const { field, column } of scores.sort((a, b) => b.score - a.score)) {
    if (columns.has(field) || taken.has(column)) continue;
    columns.set(field, [column]);
    taken.add(column);
  }
  if (!columns.has('time') || !(columns.has('theme') || columns.has('content')) || sample.length < 2) return new Map();
  const left = Array.from({ length: width }, (_, i) => i).filter((i) => !taken.has(i));
  if (left.length > 0) columns.set('note', left);
  return columns;
}

/** 1, 2, 3 …: numbers that only ever grow are row numbers, not people. */
function isCount(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(bare(text)));
  return numbers.every(
    (n, i) => Number.isInteger(n) && (i === 0 ? n <= 3 : n > numbers[i - 1]! && n <= numbers[i - 1]! + 3),
  );
}
