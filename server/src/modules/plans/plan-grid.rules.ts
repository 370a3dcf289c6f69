import { PLAN_FIELDS, type PlanField, type RawCell } from '@openday/shared/plans';
import { columnsByHeader, headerScore } from './plan-columns.rules';
import { fitOf } from './plan-fit.rules';
import type { Grid, PlanSheet, SheetRow } from './plan-sheet.rules';
import { UNIT_END } from './plan-unit.rules';
import { bare } from './plan-words.rules';

/** Cells in rows and columns → rows by field. Null when no three columns can be told. */
export function sheetOfGrid(grid: Grid): PlanSheet | null {
  const header = headerOf(grid.rows);
  const columns = header ? columnsByHeader(header.names) : columnsByContent(grid.rows);
  if (columns.size < 3) return null;
  const names = header ? header.names.map(bare).join('|') : null;
  const body = grid.rows
    .slice(header?.to ?? 0)
    .filter((row) => names === null || row.map(({ text }) => bare(text)).join('|') !== names);
  const rows: SheetRow[] = [];
  const closing = [...grid.closing];
  for (const cells of body) {
    const row = rowOf(cells, columns);
    separate(row, columns);
    if (isRow(row, columns)) rows.push(row);
    else
      closing.push(
        cells
          .map(({ text }) => text)
          .join(' ')
          .trim(),
      );
  }
  const above = grid.rows
    .slice(0, header?.from ?? 0)
    .map((row) => [...new Set(row.map(({ text }) => text.trim()).filter(Boolean))].join(' '));
  return {
    preface: [...grid.preface, ...above].filter(Boolean),
    closing: closing.filter(Boolean),
    fields: PLAN_FIELDS.filter((field) => columns.has(field)),
    rows,
  };
}

/** One row of names, or two where the upper one spans (联系方式 over 联系人, 电话). */
function headerOf(rows: readonly RawCell[][]): { from: number; to: number; names: string[] } | null {
  let best: { from: number; to: number; names: string[]; score: number } | null = null;
  rows.slice(0, 30).forEach((row, from) => {
    const names = row.map(({ text }) => text);
    const score = headerScore(names);
    if (score >= 3 && score > (best?.score ?? 0)) best = { from, to: from + 1, names, score };
  });
  if (!best) return null;
  const { from, to, names, score } = best as { from: number; to: number; names: string[]; score: number };
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

/** Without a header: each column goes to the field most of its cells look like. */
function columnsByContent(rows: readonly RawCell[][]): Map<PlanField, number[]> {
  const sample = rows.filter((row) => row.filter(({ text }) => bare(text)).length >= 3).slice(0, 40);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const scores: { field: PlanField; column: number; score: number }[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts = sample.map((row) => row[column]?.text ?? '').filter((text) => bare(text));
    if (texts.length === 0) continue;
    for (const field of PLAN_FIELDS) {
      const counts = field === 'no' && isCount(texts) ? 20 : 0;
      const score = counts + texts.reduce((sum, text) => sum + fitOf(field, text, {}), 0) / texts.length;
      if (score > 2) scores.push({ field, column, score });
    }
  }
  const columns = new Map<PlanField, number[]>();
  const taken = new Set<number>();
  for (const { field, column } of scores.sort((a, b) => b.score - a.score)) {
    if (columns.has(field) || taken.has(column)) continue;
    columns.set(field, [column]);
    taken.add(column);
  }
  return columns.has('time') && (columns.has('theme') || columns.has('content')) && sample.length >= 2
    ? columns
    : new Map();
}

/** 1, 2, 3 …: numbers that only ever grow are row numbers, not people. */
function isCount(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(bare(text)));
  return numbers.every(
    (n, i) => Number.isInteger(n) && (i === 0 ? n <= 3 : n > numbers[i - 1]! && n <= numbers[i - 1]! + 3),
  );
}

function rowOf(cells: readonly RawCell[], columns: Map<PlanField, number[]>): SheetRow {
  const row: SheetRow = { cells: {}, torn: [], stray: null };
  for (const [field, places] of columns) {
    const filled = places
      .map((i) => cells[i])
      .filter((cell) => cell !== undefined && bare(cell.text) !== '') as RawCell[];
    const distinct = filled.filter(
      (cell, i) => filled.findIndex((other) => bare(other.text) === bare(cell.text)) === i,
    );
    if (distinct.length === 0) continue;
    row.cells[field] = {
      text: distinct.map(({ text }) => text.trim()).join(' '),
      where: distinct.map(({ where }) => where).join('、'),
    };
  }
  return row;
}

/** One column for two fields: its text is parted where the second begins, and nothing of it is lost. */
function separate({ cells }: SheetRow, columns: Map<PlanField, number[]>): void {
  const together = (one: PlanField, other: PlanField) =>
    columns.get(one)?.some((column) => columns.get(other)?.includes(column)) === true;
  if (cells.unit && together('unit', 'contact')) {
    const [unit, contact] = partUnit(cells.unit.text);
    assign(cells, 'unit', unit);
    assign(cells, 'contact', contact);
  }
  if (cells.time && together('time', 'venue')) {
    const [time, venue] = partTime(cells.time.text);
    assign(cells, 'time', time);
    assign(cells, 'venue', venue);
  }
}

function assign(cells: SheetRow['cells'], field: PlanField, text: string): void {
  if (text) cells[field] = { text, where: cells[field]!.where };
  else delete cells[field];
}

/** 水务集团 张三 0635-0000001: the unit goes to the first space, bracket or digit behind a unit's ending. */
function partUnit(text: string): [string, string] {
  const at = [...text.matchAll(/[\s（(：:，,、]|(?<!\d)\d/g)].find(({ index }) =>
    UNIT_END.test(text.slice(0, index)),
  )?.index;
  if (at === undefined) return UNIT_END.test(text) ? [text, ''] : ['', text];
  return [text.slice(0, at), text.slice(at).trim()];
}

/** 9月4日上午9:00，一水厂: the time goes as far as its words do. */
function partTime(text: string): [string, string] {
  const time =
    /^(?:[\d\s年月日号旬点时分半:：\-—–~～至，,（）()]|星期[一二三四五六日天]|周[一二三四五六日天]|[上下中]午|[上中下](?=旬)|暂定|待定)+/.exec(
      text,
    )?.[0] ?? '';
  const end = time.replace(/[\s，,（(]+$/, '').length;
  return [
    text.slice(0, end).trim(),
    text
      .slice(end)
      .replace(/^[\s，,、。]+/, '')
      .trim(),
  ];
}

/** A row of the plan has a theme or content and something else; titles of sections, sums and notes have not. */
function isRow(row: SheetRow, columns: Map<PlanField, number[]>): boolean {
  const filled = [...columns.keys()].filter((field) => field !== 'no' && row.cells[field]);
  if (filled.length === 0) return false;
  const texts = new Set(filled.map((field) => bare(row.cells[field]!.text)));
  const note =
    /^(?:合计|总计|小计|备注|注|说明|填表|制表|联系人)/.test([...texts][0]!) ||
    /^(?:合计|总计|小计)/.test(row.cells.no?.text ?? '');
  return (
    !note && texts.size >= 2 && (filled.includes('theme') || filled.includes('content') || filled.includes('time'))
  );
}
