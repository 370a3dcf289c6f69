import type { PlanField } from '@openday/shared/plan-fields';
import type { RawCell } from '@openday/shared/plans';
import { fieldOfHeader } from './plan-columns.rules';
import type { Grid, PlanSheet, SheetRow } from './plan-sheet.rules';
import { bare } from './plan-words.rules';

/** A form about one open day, each name with its value to its right (活动主题 | 走进水务), as a sheet of one row; else null. */
export function sheetOfRecord({ rows, preface, closing }: Grid): PlanSheet | null {
  if (rows.length > 30) return null;
  const cells: SheetRow['cells'] = {};
  const other: string[] = [];
  for (const row of rows) {
    const filled = row.filter(({ text }, i) => bare(text) && bare(text) !== bare(row[i - 1]?.text ?? ''));
    for (let i = 0; i + 1 < filled.length; i += 2) {
      const [name, value] = [filled[i]!, filled[i + 1]!];
      const field = nameOf(name);
      if (!field) other.push(`${name.text.trim()}：${value.text.trim()}`);
      else if (cells[field]) cells[field] = joined(cells[field], value);
      else cells[field] = value;
    }
  }
  const told = Object.keys(cells).length >= 4 && cells.time && (cells.theme ?? cells.content ?? cells.venue);
  if (!told) return null;
  if (other.length > 0 && !cells.note) cells.note = { text: other.join('；'), where: cells.time!.where };
  const titles = rows.filter((row) => new Set(row.map(({ text }) => bare(text)).filter(Boolean)).size === 1);
  const above = titles.map((row) => row.find(({ text }) => bare(text))!.text);
  const fields = Object.keys(cells) as PlanField[];
  return { preface: [...preface, ...above], closing, fields, rows: [{ cells, torn: [], stray: null }], prose: true };
}

function nameOf({ text }: RawCell): PlanField | null {
  return bare(text).length <= 10 && !/\d{3}/.test(text) ? fieldOfHeader(text) : null;
}

function joined(one: RawCell, other: RawCell): RawCell {
  return { text: `${one.text} ${other.text}`, where: `${one.where}、${other.where}` };
}
