/** The State Council's holidays as announced: [name, first, last], and the weekend days worked instead. */
const HOLIDAYS: readonly (readonly [name: string, first: string, last: string])[] = [
  ['元旦', '2022-01-01', '2022-01-03'],
  ['春节', '2022-01-31', '2022-02-06'],
  ['清明', '2022-04-03', '2022-04-05'],
  ['劳动节', '2022-04-30', '2022-05-04'],
  ['端午', '2022-06-03', '2022-06-05'],
  ['中秋', '2022-09-10', '2022-09-12'],
  ['国庆', '2022-10-01', '2022-10-07'],
  ['元旦', '2022-12-31', '2023-01-02'],
  ['春节', '2023-01-21', '2023-01-27'],
  ['清明', '2023-04-05', '2023-04-05'],
  ['劳动节', '2023-04-29', '2023-05-03'],
  ['端午', '2023-06-22', '2023-06-24'],
  ['中秋国庆', '2023-09-29', '2023-10-06'],
  ['元旦', '2024-01-01', '2024-01-01'],
  ['春节', '2024-02-10', '2024-02-17'],
  ['清明', '2024-04-04', '2024-04-06'],
  ['劳动节', '2024-05-01', '2024-05-05'],
  ['端午', '2024-06-10', '2024-06-10'],
  ['中秋', '2024-09-15', '2024-09-17'],
  ['国庆', '2024-10-01', '2024-10-07'],
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04'],
  ['清明', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05'],
  ['端午', '2025-05-31', '2025-06-02'],
  ['国庆中秋', '2025-10-01', '2025-10-08'],
  ['元旦', '2026-01-01', '2026-01-03'],
  ['春节', '2026-02-15', '2026-02-23'],
  ['清明', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05'],
  ['端午', '2026-06-19', '2026-06-21'],
  ['中秋', '2026-09-25', '2026-09-27'],
  ['国庆', '2026-10-01', '2026-10-07'],
];

const WORKED = new Set(
  (
    '2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09 ' +
    '2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 ' +
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 ' +
    '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 ' +
    '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'
  ).split(' '),
);

/** What years without an announcement have in any case. */
const EVERY_YEAR: Record<string, string> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '10-01': '国庆',
  '10-02': '国庆',
  '10-03': '国庆',
};

/** Whether people are off on that day `YYYY-MM-DD`, and why: a holiday's name, `周六`, `周日`, or null on a working day. */
export function dayOff(day: string): { holiday: string | null; weekend: string | null } | null {
  const holiday = holidayOf(day);
  if (holiday) return { holiday, weekend: null };
  const weekday = weekdayOf(day);
  if ((weekday !== 0 && weekday !== 6) || WORKED.has(day)) return null;
  return { holiday: null, weekend: weekday === 0 ? '周日' : '周六' };
}

/** Whether that day is a weekend's that is worked instead of a holiday (调休上班). */
export function isWorkedInstead(day: string): boolean {
  return WORKED.has(day);
}

function holidayOf(day: string): string | null {
  const announced = HOLIDAYS.find(([, first, last]) => first <= day && day <= last);
  return announced?.[0] ?? EVERY_YEAR[day.slice(5)] ?? null;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
