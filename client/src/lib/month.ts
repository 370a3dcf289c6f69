const DAY_MS = 86_400_000;

/** Weeks from Monday of a month `YYYY-MM`; days `YYYY-MM-DD`, null where another month's would be. */
export function monthGrid(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00.000Z`);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let monday = first - lead * DAY_MS; monthOf(dayAt(monday)) <= month; monday += 7 * DAY_MS) {
    const days = Array.from({ length: 7 }, (_, index) => dayAt(monday + index * DAY_MS));
    weeks.push(days.map((day) => (monthOf(day) === month ? day : null)));
  }
  return weeks;
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** A month so many months away. */
export function monthFrom(month: string, offset: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 7);
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
