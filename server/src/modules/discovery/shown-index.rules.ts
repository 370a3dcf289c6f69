import { comparable } from '../events/search.rules';
import { Recent } from './recent.rules';
import { ShownLists } from './shown-lists.rules';
import type { Shown } from './shown-table.rules';
import { type ShownVenue, VenueMap } from './venue-map.rules';

export interface ShownOrganizer {
  id: string;
  /** Ids from the root, `/a/b/`. */
  path: string;
  name: string;
}

/** A session with where it is and who holds it. */
export interface ShownRow extends Shown {
  venueId: string;
  organizerId: string;
}

/** A session's card as JSON, cut where the distance belongs. */
export interface CardText {
  head: string;
  tail: string;
  /** Two numbers that tell it from any other. */
  hash: [number, number];
  /** Ms since 1970: its phase holds until then. */
  until: number;
}

/** Cards kept written out: a page is mostly of those that were on one a moment ago. */
const CARDS = 20_000;

/** What discovery knows, in memory: the public sessions, their venues and units. Holds no connection and no clock. */
export class ShownIndex {
  readonly lists = new ShownLists();
  readonly table = this.lists.table;
  readonly venues = new VenueMap();
  readonly organizers: ShownOrganizer[] = [];
  readonly plainNames: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By slot. */
  readonly cards = new Recent<number, CardText>(CARDS);
  /** Goes up when a name, a place or a unit's path changed: what was worked out from them is to be thrown away. */
  names = 0;

  findOrganizer = (id: string): number => this.numbers.get(id) ?? -1;

  putOrganizer(organizer: ShownOrganizer): void {
    const known = this.findOrganizer(organizer.id);
    const number = known < 0 ? this.organizers.length : known;
    this.organizers[number] = organizer;
    this.plainNames[number] = comparable(organizer.name);
    this.numbers.set(organizer.id, number);
    this.renamed();
  }

  putVenue(venue: ShownVenue): void {
    this.venues.put(venue);
    this.renamed();
  }

  private renamed(): void {
    this.names++;
    this.lists.version++;
    this.cards.clear();
  }

  /** Whether its venue and unit are known. */
  isPlaced = (row: ShownRow): boolean => this.venues.find(row.venueId) >= 0 && this.findOrganizer(row.organizerId) >= 0;

  /** Lists a session that is placed. */
  put(row: ShownRow): void {
    const slot = this.table.put(row, this.venues.find(row.venueId), this.findOrganizer(row.organizerId));
    this.lists.list(slot);
    this.cards.delete(slot);
  }

  /** Takes a session off the lists. */
  remove(id: string): void {
    const slot = this.table.find(id);
    if (slot >= 0) this.lists.unlist(slot);
  }
}
