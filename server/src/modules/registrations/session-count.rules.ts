import type { AttendanceSource } from '@openday/shared/closing';

/** A party and how many of its seats the doors scanned. */
export interface ScannedParty {
  seats: number;
  /** May be more than its seats. */
  scanned: number;
}

/** How many more of a party have come once its size, or what was scanned of it, is another. */
export function arrivedMore(party: ScannedParty, change: Partial<ScannedParty>): number {
  return came({ ...party, ...change }) - came(party);
}

const came = ({ seats, scanned }: ScannedParty): number => Math.min(seats, scanned);

/** What the doors' facts come to, as it is kept. */
export interface KeptCounts {
  arrived: number;
  walkIns: number;
  tally: number;
  tallies: number;
  corrected: number | null;
}

/** The figures of a session; what has not happened is null, never 0. */
export interface Came {
  checkedIn: number | null;
  walkIns: number | null;
  handCount: number | null;
}

/** What a unit said came, in its closing report. */
export interface Reported {
  actual: number | null;
  source: AttendanceSource | null;
}

/** A head count that no door recorded is the report's: of a session entered afterwards, or counted on paper. */
export function withReported(came: Came, report: Reported | undefined): Came {
  if (came.handCount !== null || report?.source !== 'counted') return came;
  return { ...came, handCount: report.actual };
}

/** The same as `attendanceOf` says of all facts; null = no fact changed anything yet. */
export function cameOf(counts: KeptCounts | null): Came {
  if (!counts) return { checkedIn: null, walkIns: null, handCount: null };
  const { arrived, walkIns, tally, tallies, corrected } = counts;
  const anybody = arrived + walkIns > 0;
  return {
    checkedIn: anybody ? arrived + walkIns : null,
    walkIns: anybody ? walkIns : null,
    handCount: corrected ?? (tallies > 0 ? Math.max(0, tally) : null),
  };
}
