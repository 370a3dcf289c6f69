/**
 * A date cell (UTC holds its local clock) as its number format shows it: 2024-09-05, 2024年9月, 9月5日, 9:00. What a
 * format leaves out was filled in by the spreadsheet, and is not the clerk's.
 */
export function dateText(value: Date, format: string): string {
  const shown = shownBy(format);
  const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
  const hours = value.getUTCHours();
  const minutes = String(value.getUTCMinutes()).padStart(2, '0');
  const hasClock = hours > 0 || minutes !== '00';
  // Day 0 of the calendar: a clock and nothing else.
  if (year < 1901) return `${hours}:${minutes}`;
  const date = dayText({ year, month, day }, shown);
  return hasClock && (shown.clock || format === '') ? `${date} ${hours}:${minutes}` : date;
}

interface Shown {
  year: boolean;
  month: boolean;
  day: boolean;
  clock: boolean;
}

function dayText({ year, month, day }: { year: number; month: number; day: number }, shown: Shown): string {
  if (shown.year && shown.month && !shown.day) return `${year}年${month}月`;
  if (!shown.year && shown.month && shown.day) return `${month}月${day}日`;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Which parts a number format shows; `m` beside hours or seconds is minutes. */
function shownBy(format: string): Shown {
  const codes = format
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ' ')
    .toLowerCase()
    .replace(/am\/pm|a\/p|上午\/下午/g, ' ');
  const withoutClock = codes.replace(/h+\s*:?\s*m+|m+\s*:\s*s+|h+|s+/g, ' ');
  return {
    year: /y|e/.test(withoutClock),
    month: /m/.test(withoutClock),
    day: /d/.test(withoutClock),
    clock: /[hs]/.test(codes),
  };
}
