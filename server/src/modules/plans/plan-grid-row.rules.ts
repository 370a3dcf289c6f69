import type { PlanField } from '@openday/shared/plan-fields';
import type { RawCell } from '@openday/shared/plans';
import { holdsPhone } from './plan-contact.rules';
import type { SheetRow } from './plan-sheet.rules';
import { UNIT_END } from './plan-unit.rules';
import { bare } from './plan-words.rules';

type Columns = ReadonlyMap<PlanField, readonly number[]>;

/** One line of a table by field; what its columns hold together is parted, what they do not ask for is note. */
export function rowOf(cells: readonly RawCell[], columns: Columns, names: readonly string[]): SheetRow {
  const row: SheetRow = { cells: {}, torn: [], stray: null };
  for (const [field, places] of columns) {
    const filled = places.flatMap((i) => {
      const cell = cells[i];
      if (!cell || bare(cell.text) === '') return [];
      if (field === 'note') return [{ ...cell, text: named(names[i] ?? '', cell.text) }];
      return [field === 'time' && /结束|终止/.test(names[i] ?? '') ? { ...cell, text: `-${cell.text.trim()}` } : cell];
    });
    const distinct = filled.filter(
      (cell, i) => filled.findIndex((other) => bare(other.text) === bare(cell.text)) === i,
    );
    if (distinct.length === 0) continue;
    row.cells[field] = {
      text: distinct
        .map(({ text }) => text.trim())
        .join(field === 'note' ? '；' : ' ')
        .replace(/(?<=\d) -(?=\d)/g, '-'),
      where: distinct.map(({ where }) => where).join('、'),
    };
  }
  separate(row, columns);
  return row;
}

/** 报名方式：电话; the remark column needs no name. */
function named(name: string, text: string): string {
  const header = bare(name);
  return header === '' || /^(?:备注|说明|其他)/.test(header) ? text.trim() : `${header}：${text.trim()}`;
}

/** One column for two fields: its text is parted where the second begins, and nothing of it is lost. */
function separate({ cells }: SheetRow, columns: Columns): void {
  const together = (one: PlanField, other: PlanField) =>
    columns.get(one)?.some((column) => columns.get(other)?.includes(column)) === true;
  if (cells.unit && (together('unit', 'contact') || (!columns.has('contact') && holdsPhone(cells.unit.text)))) {
    const [unit, contact] = partUnit(cells.unit.text);
    cells.contact = cells.unit;
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
export function partTime(text: string): [string, string] {
  const time =
    /^(?:时间|[\d\s年月日号旬点时分半:：\-—–~～至，,、（）()；;]|星期[一二三四五六日天]|周[一二三四五六日天]|[上下中]午|[上中下](?=旬)|每[周月天日]|暂定|待定)+/.exec(
      text,
    )?.[0] ?? '';
  const end = time.replace(/[\s，,、；;（(]+$/, '').length;
  return [
    text.slice(0, end).trim(),
    text
      .slice(end)
      .replace(/^[\s，,、。；;]+/, '')
      .trim(),
  ];
}

/** A line without a number, time and theme of its own goes on with the row above: a page broke it. */
export function goesOn({ cells }: SheetRow, last: SheetRow): boolean {
  const filled = Object.keys(cells);
  const sum = Object.values(cells).some(({ text }) => /^(?:合计|总计|小计|注|备注|说明|附件|填表|制表)/.test(text));
  return (
    !cells.no &&
    !cells.time &&
    !cells.theme &&
    !sum &&
    last.cells.no !== undefined &&
    filled.length > 0 &&
    !onlyOneText(cells)
  );
}

/** A title that spans all columns stands in each of them. */
function onlyOneText(cells: SheetRow['cells']): boolean {
  const texts = Object.values(cells).map(({ text }) => bare(text));
  return texts.length > 2 && new Set(texts).size === 1;
}

/** Puts the part behind the page break to the cells it belongs to. */
export function joinRow(row: SheetRow, rest: SheetRow): void {
  for (const [field, cell] of Object.entries(rest.cells) as [PlanField, RawCell][]) {
    const before = row.cells[field];
    if (before) row.torn.push({ field, tail: cell.text });
    row.cells[field] = before
      ? { text: `${before.text}\n${cell.text}`, where: `${before.where}、${cell.where}` }
      : cell;
  }
}

/** A row of the plan has a theme or content and something else; titles of sections, sums and notes have not. */
export function isRow(row: SheetRow, columns: Columns): boolean {
  const filled = [...columns.keys()].filter((field) => field !== 'no' && field !== 'note' && row.cells[field]);
  if (filled.length === 0) return false;
  const texts = new Set(filled.map((field) => bare(row.cells[field]!.text)));
  const note =
    /^(?:合计|总计|小计|备注|注|说明|填表|制表|审核|联系人)/.test([...texts][0]!) ||
    /^(?:合计|总计|小计|填表|制表|备注|注[:：]|说明)/.test(row.cells.no?.text ?? '');
  return (
    !note && texts.size >= 2 && (filled.includes('theme') || filled.includes('content') || filled.includes('time'))
  );
}
