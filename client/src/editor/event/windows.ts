import { dayOf } from '@openday/shared/dates';
import type { DateWindow } from '@openday/shared/events';

const MONTHS = 8;
/** 上旬 中旬 下旬 and the whole month, by first and last day; 0 = the month's last. */
const PARTS = [
  { word: '上旬', first: 1, last: 10, precision: 'tenDays' },
  { word: '中旬', first: 11, last: 20, precision: 'tenDays' },
  { word: '下旬', first: 21, last: 0, precision: 'tenDays' },
  { word: '', first: 1, last: 0, precision: 'month' },
] as const;

/** The windows a date may be promised in, from now on, as people say them: 9月中旬, 10月. */
export function windowsFrom(now: number): DateWindow[] {
  const today = dayOf(now);
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, ahead) => {
    const [y, m] = [year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1];
    const day = (n: number) => new Date(Date.UTC(y, n === 0 ? m : m - 1, n)).toISOString().slice(0, 10);
    const name = y === year ? `${m}月` : `${y}年${m}月`;
    return PARTS.map(({ word, first, last, precision }) => ({
      ...{ text: `${name}${word}`, from: day(first), to: day(last), precision },
    }));
  })
    .flat()
    .filter(({ to }) => to > today);
}
