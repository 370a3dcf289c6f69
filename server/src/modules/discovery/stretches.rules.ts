/** Slots and their starts, side by side. */
export interface Columns {
  slots: Int32Array;
  starts: Float64Array;
}

const [BEGIN, END, ROOM, NUMBERS] = [0, 1, 2, 3];

/**
 * Many lists of slots, each in one stretch of the same two columns: who goes from list to list reads a third of the memory
 * that arrays of their own would make him read. A list that outgrows its stretch moves to the end, with twice the room.
 */
export class Stretches {
  readonly columns: Columns = { slots: new Int32Array(1024), starts: new Float64Array(1024) };
  /** By list: where it begins and ends, and how much it may hold. */
  private numbers = new Int32Array(NUMBERS * 64);
  private used = 0;

  begin = (list: number): number => this.numbers[list * NUMBERS + BEGIN] ?? 0;
  end = (list: number): number => this.numbers[list * NUMBERS + END] ?? 0;

  /** Puts a slot at a place of its list, which those behind it leave. */
  insert(list: number, at: number, slot: number, start: number): void {
    if (list * NUMBERS >= this.numbers.length) this.numbers = grown(this.numbers, (list + 1) * NUMBERS * 2);
    const [begin, end] = [this.begin(list), this.end(list)];
    const isFull = end - begin === this.numbers[list * NUMBERS + ROOM];
    const place = isFull ? at - begin + this.move(list) : at;
    const last = this.end(list);
    const { slots, starts } = this.columns;
    slots.copyWithin(place + 1, place, last);
    starts.copyWithin(place + 1, place, last);
    slots[place] = slot;
    starts[place] = start;
    this.numbers[list * NUMBERS + END] = last + 1;
  }

  remove(list: number, at: number): void {
    const { slots, starts } = this.columns;
    const end = this.end(list);
    slots.copyWithin(at, at + 1, end);
    starts.copyWithin(at, at + 1, end);
    this.numbers[list * NUMBERS + END] = end - 1;
  }

  /** To the end of the columns; where it begins there. */
  private move(list: number): number {
    const [from, to] = [this.begin(list), this.end(list)];
    const [begin, room] = [this.used, Math.max(4, (to - from) * 2)];
    this.used += room;
    if (this.used > this.columns.slots.length) {
      this.columns.slots = grown(this.columns.slots, this.used * 2);
      this.columns.starts = grown(this.columns.starts, this.used * 2);
    }
    this.columns.slots.copyWithin(begin, from, to);
    this.columns.starts.copyWithin(begin, from, to);
    this.numbers.set([begin, begin + to - from, room], list * NUMBERS);
    return begin;
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, length: number): T {
  const more = new (old.constructor as new (length: number) => T)(length);
  more.set(old);
  return more;
}
