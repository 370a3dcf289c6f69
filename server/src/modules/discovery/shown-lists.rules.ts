import { ShownTable } from './shown-table.rules';

const DAY_MS = 86_400_000;
/** China's clock has no summer. */
const CHINA_MS = 8 * 3_600_000;

/** Days since 1970 on China's clock. */
export const dayNumber = (at: number): number => Math.floor((at + CHINA_MS) / DAY_MS);

/** The slots that are on show, by venue and by day, each list in order of start and id. */
export class ShownLists {
  readonly table = new ShownTable();
  private readonly byVenue: number[][] = [];
  private readonly byDay = new Map<number, number[]>();
  /** The days there are, in order. */
  readonly days: number[] = [];
  /** Where each slot is listed, so that it is found again; -1 = nowhere. */
  private listedVenue: number[] = [];
  private listedStart: number[] = [];
  /** Ms from start to end of the longest session there ever was: a search by end starts this much earlier. */
  longest = 0;
  /** Goes up with every change. */
  version = 0;

  venue = (venue: number): readonly number[] => this.byVenue[venue] ?? [];
  day = (day: number): readonly number[] => this.byDay.get(day) ?? [];
  isListed = (slot: number): boolean => (this.listedVenue[slot] ?? -1) >= 0;

  /** Puts a slot where its venue and start now say. */
  list(slot: number): void {
    this.version++;
    const [venue, start] = [this.table.venue(slot), this.table.start(slot)];
    this.longest = Math.max(this.longest, this.table.end(slot) - start);
    if (this.listedVenue[slot] === venue && this.listedStart[slot] === start) return;
    if (this.isListed(slot)) this.unlist(slot);
    this.byVenue[venue] ??= [];
    this.insert(this.byVenue[venue], slot);
    this.insert(this.dayOf(start), slot);
    this.listedVenue[slot] = venue;
    this.listedStart[slot] = start;
  }

  /** Takes a slot off; nothing where it is off already. */
  unlist(slot: number): void {
    if (!this.isListed(slot)) return;
    this.version++;
    const [venue, start] = [this.listedVenue[slot]!, this.listedStart[slot]!];
    for (const list of [this.byVenue[venue]!, this.dayOf(start)]) {
      const at = this.from(list, start, this.table.key(slot), (one) => this.listedStart[one]!);
      if (list[at] === slot) list.splice(at, 1);
    }
    this.listedVenue[slot] = -1;
  }

  /** The place in a list of the first slot at or after a start and id. */
  from(list: readonly number[], start: number, key = 0n, startOf?: (slot: number) => number): number {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const slot = list[middle]!;
      const other = startOf ? startOf(slot) : this.table.start(slot);
      if (other < start || (other === start && this.table.key(slot) < key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private insert(list: number[], slot: number): void {
    list.splice(this.from(list, this.table.start(slot), this.table.key(slot)), 0, slot);
  }

  private dayOf(start: number): number[] {
    const day = dayNumber(start);
    const known = this.byDay.get(day);
    if (known) return known;
    const list: number[] = [];
    this.byDay.set(day, list);
    const later = this.days.findIndex((other) => other > day);
    this.days.splice(later < 0 ? this.days.length : later, 0, day);
    return list;
  }
}
