import { comparable } from '../events/search.rules';
import { CardRing } from './card-ring.rules';
import { FacetMemory } from './facets.rules';
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

/** What discovery knows, in memory: the public sessions, their venues and units. Holds no connection and no clock. */
export class ShownIndex {
  readonly lists = new ShownLists();
  readonly table = this.lists.table;
  readonly venues = new VenueMap();
  readonly organizers: ShownOrganizer[] = [];
  readonly plainNames: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly under = new Map<string, number[]>();
  readonly facets = new FacetMemory();
  readonly cards = new CardRing();
  private organizerTexts: string[] = [];
  private venueTexts: string[] = [];

  findOrganizer = (id: string): number => this.numbers.get(id) ?? -1;

  putOrganizer(organizer: ShownOrganizer): void {
    const known = this.findOrganizer(organizer.id);
    const number = known < 0 ? this.organizers.length : known;
    this.organizers[number] = organizer;
    this.plainNames[number] = comparable(organizer.name);
    this.numbers.set(organizer.id, number);
    this.renamed();
  }

  /** The units above one that are not known yet. */
  unitsAbove(id: string): string[] {
    const path = this.organizers[this.findOrganizer(id)]?.path ?? '';
    return path.split('/').filter((above) => above && this.findOrganizer(above) < 0);
  }

  putVenue(venue: ShownVenue): void {
    this.venues.put(venue);
    this.renamed();
  }

  /** The unit that holds a slot, and its venue, as a card's JSON has them. */
  organizerText(slot: number): string {
    const number = this.table.organizer(slot);
    const { id, name } = this.organizers[number]!;
    this.organizerTexts[number] ??= JSON.stringify({ id, name });
    return this.organizerTexts[number];
  }

  venueText(slot: number): string {
    const number = this.table.venue(slot);
    const { id, name, address, lng, lat, access } = this.venues.all[number]!;
    this.venueTexts[number] ??= JSON.stringify({ id, name, address, lng, lat, access });
    return this.venueTexts[number];
  }

  /** The numbers of a unit and of all below it. */
  unitsUnder(id: string): number[] {
    const part = `/${id}/`;
    const known = this.under.get(id);
    if (known) return known;
    const units = [...this.organizers.keys()].filter((number) => this.organizers[number]!.path.includes(part));
    // An id that is no unit's is not kept: anybody can ask for as many as he likes.
    if (units.length) this.under.set(id, units);
    return units;
  }

  private renamed(): void {
    this.under.clear();
    this.facets.clear();
    this.lists.version++;
    this.cards.clear();
    this.organizerTexts = [];
    this.venueTexts = [];
  }

  /** Whether its venue and unit are known. */
  isPlaced = (row: ShownRow): boolean => this.venues.find(row.venueId) >= 0 && this.findOrganizer(row.organizerId) >= 0;

  /** Lists a session that is placed. */
  put(row: ShownRow): void {
    const slot = this.table.put(row, this.venues.find(row.venueId), this.findOrganizer(row.organizerId));
    this.facets.changed(slot);
    this.lists.list(slot);
    this.cards.forget(slot);
  }

  /** Takes a session off the lists. */
  remove(id: string): void {
    const slot = this.table.find(id);
    if (slot >= 0) this.lists.unlist(slot);
  }
}
