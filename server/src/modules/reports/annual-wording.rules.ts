/** How a report says a figure (docs/rules/reports.md). */

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** 22 场, 1,148 份: as it is. */
export const exactly = (value: number, unit: string): string => `${grouped(value)} ${unit}`;

/** 约 800 人: two digits that count, for what is estimated in part. */
export function about(value: number, unit: string): string {
  const step = 10 ** Math.max(0, String(Math.trunc(value)).length - 2);
  return `约 ${grouped(Math.round(value / step) * step)} ${unit}`;
}

/** 1,200 余份: down to whole hundreds, thousands from ten thousand on; exactly below a hundred and where nothing is over. */
export function over(value: number, unit: string): string {
  const step = value < 100 ? 1 : value < 10_000 ? 100 : 10 ** (String(Math.trunc(value)).length - 2);
  const whole = Math.floor(value / step) * step;
  return whole === value ? exactly(value, unit) : `${grouped(whole)} 余${unit}`;
}

/** 96.4%: to one decimal; — of nothing. */
export const share = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((part / whole) * 1000) / 10}%` : '—';
