import { ShownTable } from './shown-table.rules';
import { type Columns, Stretches } from './stretches.rules';

const DAY_MS = 86_400_000;
/** China's clock has no summer. */
const CHINA_MS = 8 * 3_600_000;

/** Days since 1970 on China's clock. */
export const dayNumber = (at: number): number => Math.floor((at + CHINA_MS) / DAY_MS);

/** Slots in order of start and id, their starts and venues beside them: who goes through a list reads what lies together. */
export interface Listed {
  slots: number[];
  starts: number[];
  venues: number[];
}
const newList = (): Listed => ({ slots: [], starts: [], venues: [] });
const NONE = newList();

/** The slots that are on show, by venue, by unit and by day, each list in order of start and id. */
export class ShownLists {
  readonly table = new ShownTable();
  readonly byVenue = new Stretches();
  private readonly byOrganizer: Listed[] = [];
  private readonly byDay = new Map<number, Listed>();
  /** The days there are, in order. */
  readonly days: number[] = [];
  /** Where each slot is listed, so that it is found again; -1 = nowhere. */
  private listedVenue: number[] = [];
  private listedOrganizer: number[] = [];
  private listedStart: number[] = [];
  /** Ms from start to end of the longest session there ever was: a search by end starts this much earlier. */
  longest = 0;
  /** Goes up with every change. */
  version = 0;

  organizer = (organizer: number): Listed => this.byOrganizer[organizer] ?? NONE;
  day = (day: number): Listed => this.byDay.get(day) ?? NONE;
  isListed = (slot: number): boolean => (this.listedVenue[slot] ?? -1) >= 0;

  /** Puts a slot where its venue, unit and start now say. */
  list(slot: number): void {
    this.version++;
    const [venue, organizer, start] = [this.table.venue(slot), this.table.organizer(slot), this.table.start(slot)];
    this.longest = Math.max(this.longest, this.table.end(slot) - start);
    const isSame = this.listedOrganizer[slot] === organizer && this.listedStart[slot] === start;
    if (this.listedVenue[slot] === venue && isSame) return;
    if (this.isListed(slot)) this.unlist(slot);
    this.listedVenue[slot] = venue;
    this.listedOrganizer[slot] = organizer;
    this.listedStart[slot] = start;
    this.byVenue.insert(venue, this.fromOfVenue(venue, start, this.table.key(slot)), slot, start);
    for (const list of this.listsOf(slot)) {
      const at = this.from(list, start, this.table.key(slot));
      list.slots.splice(at, 0, slot);
      list.starts.splice(at, 0, start);
      list.venues.splice(at, 0, venue);
    }
  }

  /** Takes a slot off; nothing where it is off already. */
  unlist(slot: number): void {
    if (!this.isListed(slot)) return;
    this.version++;
    const [venue, start, key] = [this.listedVenue[slot]!, this.listedStart[slot]!, this.table.key(slot)];
    const place = this.fromOfVenue(venue, start, key);
    if (place < this.byVenue.end(venue) && this.byVenue.columns.slots[place] === slot)
      this.byVenue.remove(venue, place);
    for (const list of this.listsOf(slot)) {
      const at = this.from(list, start, key);
      if (list.slots[at] !== slot) continue;
      list.slots.splice(at, 1);
      list.starts.splice(at, 1);
      list.venues.splice(at, 1);
    }
    this.listedVenue[slot] = -1;
  }

  /** The place in a list, or in a stretch of columns, of the first slot at or after a start and id. */
  from({ slots, starts }: Listed | Columns, start: number, key = 0n, begin = 0, end = slots.length): number {
    let [low, high] = [begin, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = starts[middle]!;
      if (other < start || (other === start && this.table.key(slots[middle]!) < key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The same of a venue's list, in its columns. */
  fromOfVenue(venue: number, start: number, key = 0n): number {
    return this.from(this.byVenue.columns, start, key, this.byVenue.begin(venue), this.byVenue.end(venue));
  }

  private listsOf(slot: number): Listed[] {
    const organizer = this.listedOrganizer[slot]!;
    this.byOrganizer[organizer] ??= newList();
    return [this.byOrganizer[organizer], this.dayOf(this.listedStart[slot]!)];
  }

  private dayOf(start: number): Listed {
    const day = dayNumber(start);
    const known = this.byDay.get(day);
    if (known) return known;
    const list = newList();
    this.byDay.set(day, list);
    const later = this.days.findIndex((other) => other > day);
    this.days.splice(later < 0 ? this.days.length : later, 0, day);
    return list;
  }
}
