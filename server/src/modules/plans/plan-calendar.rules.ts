const WEEKDAYS = '日一二三四五六';

/** `YYYY-MM-DD`, or null where there is no such day (2月30日). */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
  // A date alone is read as UTC, and much faster than with a clock.
  return new Date(day).getUTCDay();
}

/** 一 … 六, 日 of a date. */
export function weekdayName(day: string): string {
  return WEEKDAYS[weekdayOf(day)]!;
}

/** 0 = Sunday for 日 or 天. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name === '天' ? '日' : name);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day an Excel serial number means (1900 system), or null outside 2015–2050. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 42_005 && serial < 55_154)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
