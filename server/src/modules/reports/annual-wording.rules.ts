/** How a report says a figure (docs/rules/reports.md). */

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** 22 场, 1,148 份: as it is. */
export const exactly = (value: number, unit: string): string => `${grouped(value)} ${unit}`;

/** 约 800 人: two digits that count, for what is estimated in part. */
export function about(value: number, unit: string): string {
  const step = 10 ** Math.max(0, String(Math.trunc(value)).length - 2);
  return `约 ${grouped(Math.round(value / step) * step)} ${unit}`;
}

/** What 余 may leave unsaid: a twentieth. */
const UNSAID = 0.05;

/** 1,200 余份, 600 余次, 280 余份: the roundest number that leaves little unsaid; exactly below a hundred and where none does. */
export function over(value: number, unit: string): string {
  for (let step = 10 ** (String(Math.trunc(value)).length - 1); step >= 10 && value >= 100; step /= 10) {
    const whole = Math.floor(value / step) * step;
    if (whole === value) break;
    if (value - whole <= value * UNSAID) return `${grouped(whole)} 余${unit}`;
  }
  return exactly(value, unit);
}

/** 96.4%: to one decimal; — of nothing. */
export const share = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((part / whole) * 1000) / 10}%` : '—';
