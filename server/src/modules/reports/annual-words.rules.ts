import type { AnnualFigure, AnnualFigureKind, CameSource } from '@openday/shared/annual';

/** What the figures are called in the report's files; the page has its own words. */
export const FIGURE_NAMES: Record<AnnualFigureKind, string> = {
  units: '举办单位',
  planned: '计划场次',
  held: '举办场次',
  participants: '到场人数',
  handedOut: '问卷发放',
  returned: '问卷收回',
  satisfaction: '满意和很满意',
  explanations: '政策解读',
  suggestions: '意见建议',
  declared: '单位说办结',
  confirmed: '居民确认解决',
};

export const SOURCE_NAMES: Record<CameSource, string> = {
  handCount: '现场计数',
  checkedIn: '签到',
  reported: '总结填报',
  estimated: '估计',
  none: '没有记录',
};

export type Compared = Pick<AnnualFigure, 'value' | 'of' | 'wording'>;

/** Beside another year: one of so many as its share, since 278 of 294 and 126 of 137 are not told apart by 278 and 126. */
export const comparedWords = ({ value, of, wording }: Compared): string =>
  value === null ? '—' : of ? wording : String(value);

/** 增加 12, 减少 3, 降低 2.6 个百分点, 持平; empty where one of the two is not known. */
export function changeWords(now: Compared, before: Compared): string {
  if (now.value === null || before.value === null) return '';
  const [a, b] = [now, before].map(({ value, of }) => (of ? Math.round((Number(value) / of) * 1000) : Number(value)));
  const by = a! - b!;
  if (by === 0) return '持平';
  if (now.of && before.of) return `${by > 0 ? '提高' : '降低'} ${Math.abs(by) / 10} 个百分点`;
  return `${by > 0 ? '增加' : '减少'} ${Math.abs(by)}`;
}

/** 全区21家单位 for 全区 21 家单位: a space beside Chinese is the typesetter's business, not the text's. */
export const unspaced = (text: string): string => text.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');

/** 9月6日 */
export const dateWords = (day: string): string => dayWords(day).replace(/^\d+年/, '');

/** 2026年9月6日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
