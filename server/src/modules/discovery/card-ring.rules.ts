const KEPT = 128 * 1024 * 1024;
const FIRST = 4096;
/** Before each card: until when it holds (ms since 1970), two numbers that tell it from any other, its length. */
const HEAD = 24;
const [ONE, OTHER, LENGTH] = [2, 3, 4];

/** A session's card as JSON, and until when nothing of it changes by itself. */
export interface CardText {
  text: string;
  /** Ms since 1970. */
  until: number;
}

/**
 * Cards by slot, written out as UTF-8 one after the other in a ring, the oldest overwritten: nothing for the garbage
 * collector to walk, and a page is put together by copying.
 */
export class CardRing {
  private bytes = Buffer.alloc(0);
  private numbers = new Int32Array();
  private moments = new Float64Array();
  /** Bytes ever written, where they end in the ring after all rounds. */
  private written = 0;
  /** What was written before is not to be shown. */
  private oldest = 0;
  /** By slot: where its head stands, as `written` was; below 0 = nowhere. */
  private places = new Float64Array(1024).fill(-1);

  /** With room for so many bytes, a power of two; memory is taken as they are written. */
  constructor(private readonly most = KEPT) {}

  /** Where the card of a slot begins in the ring; -1 = there is none that holds. */
  find(slot: number, now: number): number {
    const place = this.places[slot] ?? -1;
    if (place < this.oldest || place < this.written - this.bytes.length) return -1;
    const at = place % this.bytes.length;
    return now < this.moments[at / 8]! ? at : -1;
  }

  /** Writes a card; where it begins. */
  write(slot: number, { text, until }: CardText): number {
    const need = HEAD + Math.ceil(Buffer.byteLength(text) / 8) * 8;
    let at = this.room(need);
    if (at + need > this.bytes.length) {
      this.written += this.bytes.length - at;
      at = 0;
    }
    const [one, other] = hashOf(text);
    this.moments[at / 8] = until;
    this.numbers.set([one, other, this.bytes.write(text, at + HEAD)], at / 4 + ONE);
    if (slot >= this.places.length) {
      const more = new Float64Array(Math.max(slot + 1, this.places.length * 2)).fill(-1);
      more.set(this.places);
      this.places = more;
    }
    this.places[slot] = this.written;
    this.written += need;
    return at;
  }

  forget(slot: number): void {
    if (slot < this.places.length) this.places[slot] = -1;
  }

  clear(): void {
    this.oldest = this.written;
  }

  one = (at: number): number => this.numbers[at / 4 + ONE]!;
  other = (at: number): number => this.numbers[at / 4 + OTHER]!;
  length = (at: number): number => this.numbers[at / 4 + LENGTH]!;

  /** Copies a card's bytes; where they end. */
  copy(at: number, to: Buffer, toAt: number): number {
    const from = at + HEAD;
    return toAt + this.bytes.copy(to, toAt, from, from + this.length(at));
  }

  /** Where the next card goes; the ring grows up to its size before anything is overwritten. */
  private room(need: number): number {
    let { length } = this.bytes;
    while (length < this.most && this.written + need > length) length = Math.max(FIRST, length * 2);
    if (length > this.bytes.length) {
      const more = Buffer.alloc(length);
      this.bytes.copy(more);
      this.bytes = more;
      this.numbers = new Int32Array(more.buffer, more.byteOffset, length / 4);
      this.moments = new Float64Array(more.buffer, more.byteOffset, length / 8);
    }
    return this.written % length;
  }
}

/** FNV-1a and a multiplicative hash beside it, 32 bits each. */
export function hashOf(text: string): [number, number] {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = (Math.imul(other, 31) + code) | 0;
  }
  return [one, other];
}
