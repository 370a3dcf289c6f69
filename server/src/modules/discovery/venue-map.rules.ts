import type { AccessNote } from '@openday/shared/places';
import { STEP_FREE } from '@openday/shared/places';
import KDBush from 'kdbush';
import { comparable } from '../events/search.rules';

export interface ShownVenue {
  id: string;
  name: string;
  address: string;
  lng: number;
  lat: number;
  access: AccessNote[];
}

interface Point {
  lng: number;
  lat: number;
}

/** Venues and, beside them, how far each is, in squared metres. */
export interface Ring {
  venues: number[];
  squares: number[];
}

const METRES_PER_DEGREE = 111_320;
/** Venues newer than the tree are looked through one by one, up to so many. */
const NEWCOMERS = 64;

/** Venues by number, and where they are. */
export class VenueMap {
  readonly all: ShownVenue[] = [];
  readonly plainNames: string[] = [];
  readonly stepFree: boolean[] = [];
  /** Longitude and latitude by number, together: where they are is asked far more often than what they are called. */
  private points = new Float64Array(128);
  private readonly numbers = new Map<string, number>();
  private tree: KDBush | null = null;

  find = (id: string): number => this.numbers.get(id) ?? -1;

  put(venue: ShownVenue): number {
    const known = this.find(venue.id);
    const number = known < 0 ? this.all.length : known;
    const before = this.all[number];
    this.all[number] = venue;
    if (number * 2 === this.points.length) this.points = grown(this.points);
    this.points.set([venue.lng, venue.lat], number * 2);
    this.plainNames[number] = comparable(venue.name);
    this.stepFree[number] = venue.access.some((note) => STEP_FREE.includes(note));
    this.numbers.set(venue.id, number);
    if (before && (before.lng !== venue.lng || before.lat !== venue.lat)) this.tree = null;
    return number;
  }

  /**
   * Squared metres from a point to a venue: flat-earth, exact to 0.1 % within a district, in whole numbers that compare as
   * in SQL.
   */
  squareTo({ lng, lat }: Point): (venue: number) => number {
    const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    return (venue) => {
      const [toLng, toLat] = [this.points[venue * 2]! - lng, this.points[venue * 2 + 1]! - lat];
      return Math.round(toLat * METRES_PER_DEGREE * toLat * METRES_PER_DEGREE + toLng * perLng * toLng * perLng);
    };
  }

  /**
   * Venues round a point within so many metres, nearest first, in rings: each time all those between two distances.
   * Those nearer than `fromSquare` are left out.
   */
  *rings(point: Point, fromSquare: number, radius: number): Generator<Ring> {
    const tree = this.built();
    const square = this.squareTo(point);
    const most = Math.min(radius, EVERYWHERE);
    let [inner, outer] = [fromSquare - 1, Math.min(most, Math.max(FIRST_RING, Math.sqrt(fromSquare) * 2))];
    for (;;) {
      const boxed = this.boxed(tree, point, outer);
      const { covered, ring } = ringOf(boxed, square, inner, outer ** 2);
      yield ring;
      if (outer >= most || covered === this.all.length) return;
      inner = outer ** 2;
      outer = Math.min(most, outer * 2);
    }
  }

  /** All venues within so many metres, and some beyond. */
  private boxed(tree: KDBush | null, { lng, lat }: Point, metres: number): number[] {
    // A little more, so that rounding leaves nobody out.
    const dLat = (metres * 1.001) / METRES_PER_DEGREE;
    const dLng = dLat / Math.cos((lat * Math.PI) / 180);
    const near = tree ? tree.range(lng - dLng, lat - dLat, lng + dLng, lat + dLat) : [];
    for (let venue = tree?.numItems ?? 0; venue < this.all.length; venue++) near.push(venue);
    return near;
  }

  private built(): KDBush | null {
    if (this.tree && this.all.length - this.tree.numItems <= NEWCOMERS) return this.tree;
    if (this.all.length <= NEWCOMERS) return null;
    this.tree = new KDBush(this.all.length);
    for (const { lng, lat } of this.all) this.tree.add(lng, lat);
    return this.tree.finish();
  }
}

const FIRST_RING = 250;
/** Metres; China from end to end. */
const EVERYWHERE = 8_000_000;

function grown(points: Float64Array): Float64Array<ArrayBuffer> {
  const more = new Float64Array(points.length * 2);
  more.set(points);
  return more;
}

/** Those between two squares, nearest first, and how many are not beyond the outer one. */
function ringOf(
  venues: number[],
  squareTo: (venue: number) => number,
  inner: number,
  outer: number,
): { covered: number; ring: Ring } {
  const squares = new Float64Array(venues.length);
  const inside: number[] = [];
  let covered = 0;
  for (let i = 0; i < venues.length; i++) {
    squares[i] = squareTo(venues[i]!);
    if (squares[i]! > outer) continue;
    covered++;
    if (squares[i]! > inner) inside.push(i);
  }
  const ring: Ring = { venues: [], squares: [] };
  for (const i of sorted(inside, squares, outer)) {
    ring.venues.push(venues[i]!);
    ring.squares.push(squares[i]!);
  }
  return { covered, ring };
}

/** Places in the order of their squares, none of which is greater than the outer one. */
function sorted(places: number[], squares: Float64Array, outer: number): Iterable<number> {
  const { length } = squares;
  // Past a few hundred kilometres the number below would not be exact.
  if (outer * length > Number.MAX_SAFE_INTEGER) return places.sort((a, b) => squares[a]! - squares[b]!);
  // By one number of each square and its place: ten times as fast as by comparing.
  const keys = new Float64Array(places.length);
  for (let i = 0; i < keys.length; i++) keys[i] = squares[places[i]!]! * length + places[i]!;
  keys.sort();
  for (let i = 0; i < keys.length; i++) places[i] = keys[i]! % length;
  return places;
}
