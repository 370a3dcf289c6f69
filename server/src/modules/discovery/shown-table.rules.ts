import { FORMS, type Form } from '@openday/shared/forms';
import { MODES, type Mode } from '@openday/shared/sessions';
import { TOPICS, type Topic } from '@openday/shared/topics';
import type { Seats } from '@openday/shared/wire';
import { comparable } from '../events/search.rules';

/** A public session, with what filters and cards need of it. Moments are ms since 1970. */
export interface Shown {
  id: string;
  eventId: string;
  theme: string;
  forms: readonly Form[];
  topic: Topic | null;
  startsAt: number;
  endsAt: number;
  opensAt: number | null;
  closesAt: number | null;
  mode: Mode;
  seats: Seats | null;
  waiting: number;
  /** It has a pool for everybody. */
  hasPublicPool: boolean;
}

const [START, END, OPENS, CLOSES, TIMES] = [0, 1, 2, 3, 4];
const [CAPACITY, TAKEN, LEFT, WAITING, SEATS] = [0, 1, 2, 3, 4];
const [VENUE, ORGANIZER, THEME, FORM_LIST, PLACES] = [0, 1, 2, 3, 4];
const [MODE, FORM, TOPIC, BYTES] = [0, 1, 2, 3];
/** In the mode's byte. */
const PUBLIC_POOL = 8;
const NO_SEATS = -1;

/**
 * Sessions by number (a slot), in columns: about 80 bytes each where objects would take 500. A slot stays a session's for
 * good, so that what is taken off the lists may come back.
 */
export class ShownTable {
  size = 0;
  private ids = new BigUint64Array(2);
  private times = new Float64Array(TIMES);
  private seats = new Int32Array(SEATS);
  private places = new Uint32Array(PLACES);
  private bytes = new Uint8Array(BYTES);
  /** Slots by id. */
  private readonly order: number[] = [];
  /** Different themes, as shown and as compared. */
  readonly themes: string[] = [];
  readonly plainThemes: string[] = [];
  private readonly themeNumbers = new Map<string, number>();
  /** Forms in the units' own order, of which there are few. */
  private readonly formLists: (readonly Form[])[] = [];
  private readonly formNumbers = new Map<string, number>();

  /** The slot of an id; -1 = there is none. */
  find(id: string): number {
    const wanted = BigInt(id);
    const slot = this.order[this.place(wanted)];
    return slot !== undefined && this.key(slot) === wanted ? slot : -1;
  }

  /** Writes a session at its slot, a new one where it has none. */
  put(shown: Shown, venue: number, organizer: number): number {
    const known = this.find(shown.id);
    const slot = known < 0 ? this.add(BigInt(shown.id)) : known;
    this.ids[slot * 2 + 1] = BigInt(shown.eventId);
    const { startsAt, endsAt, opensAt, closesAt, seats } = shown;
    this.times.set([startsAt, endsAt, opensAt ?? Number.NaN, closesAt ?? Number.NaN], slot * TIMES);
    this.seats.set([seats?.capacity ?? NO_SEATS, seats?.taken ?? 0, seats?.left ?? 0, shown.waiting], slot * SEATS);
    this.places.set([venue, organizer, this.themeNumber(shown.theme), this.formNumber(shown.forms)], slot * PLACES);
    const mode = MODES.indexOf(shown.mode) | (shown.hasPublicPool ? PUBLIC_POOL : 0);
    this.bytes.set([mode, formBits(shown.forms), topicNumber(shown.topic)], slot * BYTES);
    return slot;
  }

  start(slot: number): number {
    return this.times[slot * TIMES + START]!;
  }

  end(slot: number): number {
    return this.times[slot * TIMES + END]!;
  }

  venue(slot: number): number {
    return this.places[slot * PLACES + VENUE]!;
  }

  organizer(slot: number): number {
    return this.places[slot * PLACES + ORGANIZER]!;
  }

  theme(slot: number): number {
    return this.places[slot * PLACES + THEME]!;
  }

  /** A bit for each form, in the order of `FORMS`. */
  forms(slot: number): number {
    return this.bytes[slot * BYTES + FORM]!;
  }

  /** Its place in `TOPICS`, from 1; 0 = none. */
  topic(slot: number): number {
    return this.bytes[slot * BYTES + TOPIC]!;
  }

  key(slot: number): bigint {
    return this.ids[slot * 2]!;
  }

  /** Nobody registers. */
  walkIn(slot: number): boolean {
    return MODES[this.bytes[slot * BYTES + MODE]! & 7] === 'none';
  }

  /** Whether a seat can be had at `now`, or nobody registers. */
  open(slot: number, now: number): boolean {
    if (this.walkIn(slot)) return true;
    const byte = this.bytes[slot * BYTES + MODE]!;
    const mode = MODES[byte & 7];
    const at = slot * TIMES;
    if (this.times[at + OPENS]! > now || this.times[at + CLOSES]! <= now) return false;
    return mode === 'draw' || ((byte & PUBLIC_POOL) !== 0 && this.seats[slot * SEATS + LEFT]! > 0);
  }

  /** The session as it was put. */
  read(slot: number): Shown {
    const [times, seats, byte] = [slot * TIMES, slot * SEATS, this.bytes[slot * BYTES + MODE]!];
    const capacity = this.seats[seats + CAPACITY]!;
    return {
      id: String(this.key(slot)),
      eventId: String(this.ids[slot * 2 + 1]),
      theme: this.themes[this.theme(slot)]!,
      forms: this.formLists[this.places[slot * PLACES + FORM_LIST]!]!,
      topic: TOPICS[this.topic(slot) - 1] ?? null,
      startsAt: this.start(slot),
      endsAt: this.end(slot),
      opensAt: moment(this.times[times + OPENS]!),
      closesAt: moment(this.times[times + CLOSES]!),
      mode: MODES[byte & 7]!,
      seats:
        capacity === NO_SEATS ? null : { capacity, taken: this.seats[seats + TAKEN]!, left: this.seats[seats + LEFT]! },
      waiting: this.seats[seats + WAITING]!,
      hasPublicPool: (byte & PUBLIC_POOL) !== 0,
    };
  }

  private add(id: bigint): number {
    const slot = this.size++;
    if (slot * 2 === this.ids.length) this.grow();
    this.ids[slot * 2] = id;
    // Ids grow with time: nearly always at the end.
    this.order.splice(this.place(id), 0, slot);
    return slot;
  }

  private grow(): void {
    const twice = <T extends { length: number; set(from: T): void }>(make: (length: number) => T, old: T): T => {
      const grown = make(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.ids = twice((length) => new BigUint64Array(length), this.ids);
    this.times = twice((length) => new Float64Array(length), this.times);
    this.seats = twice((length) => new Int32Array(length), this.seats);
    this.places = twice((length) => new Uint32Array(length), this.places);
    this.bytes = twice((length) => new Uint8Array(length), this.bytes);
  }

  /** Where in the order an id stands or would. */
  private place(id: bigint): number {
    let [low, high] = [0, this.order.length];
    if (high && this.key(this.order[high - 1]!) < id) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.key(this.order[middle]!) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private themeNumber(theme: string): number {
    const known = this.themeNumbers.get(theme);
    if (known !== undefined) return known;
    const number = this.themes.push(theme) - 1;
    const plain = comparable(theme);
    this.plainThemes.push(plain === theme ? theme : plain);
    this.themeNumbers.set(theme, number);
    return number;
  }

  private formNumber(forms: readonly Form[]): number {
    const name = forms.join();
    const number = this.formNumbers.get(name) ?? this.formLists.push(forms) - 1;
    this.formNumbers.set(name, number);
    return number;
  }
}

const moment = (at: number): number | null => (Number.isNaN(at) ? null : at);

export const topicNumber = (topic: Topic | null): number => (topic ? TOPICS.indexOf(topic) + 1 : 0);

export const formBits = (forms: readonly Form[]): number =>
  forms.reduce((bits, form) => bits | (1 << FORMS.indexOf(form)), 0);
