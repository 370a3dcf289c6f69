import type { PlanField } from '@openday/shared/plan-fields';
import { type Finding, finding, type SheetRow, textOf } from './plan-sheet.rules';
import type { TimeReading } from './plan-time.rules';
import { bare, sentence } from './plan-words.rules';

/** Values that are taken from another cell where their own is empty. */
const TAKEN: readonly PlanField[] = ['form', 'audience', 'headcount', 'venue'];
/** What is left of a day whose month stayed in the time cell: 18 城市之眼, 走进医院17日, 日到现场. */
const REST_OF_DAY = /^\d{1,2}(?=[\u4e00-\u9fff“”《]|$)(?![号楼室路人名])|^日(?=[\u4e00-\u9fff])(?![常照间光报])|\d日$/;
const LONE_DAY = /[^\d月至、-]\d{1,2} ?日(?=\s)/;

/** What a page break cut off from a cell, and put back. */
export function aboutTorn(row: SheetRow): Finding[] {
  return row.torn.map(({ field, tail }) => {
    const raw = sentence(tail);
    return finding('cell_split', field, `这一格被换页切断，后半截是“${raw.slice(0, 30)}”，请核对拼得对不对。`, raw);
  });
}

/** Cells without lines between them that may begin or end elsewhere, and columns that then came out empty. */
export function aboutUnsure(row: SheetRow, columns: readonly PlanField[]): Finding[] {
  const unsure = row.unsure ?? [];
  const emptied = unsure.length > 0 ? TAKEN.filter((field) => columns.includes(field) && !row.cells[field]) : [];
  return [...unsure, ...emptied].map((field) => {
    const raw = sentence(textOf(row, field)).slice(0, 30) || null;
    return finding(
      'cell_unsure',
      field,
      `表里没有格线，${raw ? `“${raw}”` : '这一格'}从哪到哪不确定，请核对原表。`,
      raw,
    );
  });
}

/** 9月 alone, with the rest of a day in another cell of an uncertain row: the day is told, its hour is not. */
export function aboutDayCutOff(row: SheetRow, time: TimeReading): Finding[] {
  if (!row.unsure?.includes('time') || time.window?.precision !== 'month' || time.startTime !== null) return [];
  if (!/^\d{1,2}月$/.test(bare(textOf(row, 'time')))) return [];
  const cut = Object.entries(row.cells).some(
    ([field, { text }]) => field !== 'no' && field !== 'time' && (REST_OF_DAY.test(bare(text)) || LONE_DAY.test(text)),
  );
  return cut ? [finding('time_of_day_missing', 'time', '没写时刻，请填几点到几点。', null)] : [];
}
