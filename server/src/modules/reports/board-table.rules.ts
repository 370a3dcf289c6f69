import type { BoardNumber, BoardQuery } from '@openday/shared/reports';
import { BIT, type BoardUnit, behindOf, type Figure } from './board-figure.rules';

/** Where a page begins: after the session that starts then and has this id. */
export interface Place {
  startsAt: number;
  id: string;
}

/** The figures of all public sessions, by start and id. About 250 bytes each. */
export class BoardTable {
  private rows: Figure[] = [];
  private readonly byId = new Map<string, Figure>();
  readonly units = new Map<string, BoardUnit>();
  /** Goes up with every change. */
  version = 0;

  get size(): number {
    return this.rows.length;
  }

  putUnit(unit: BoardUnit): void {
    const known = this.units.get(unit.id);
    if (known && known.path === unit.path && known.name === unit.name) return;
    this.version++;
    if (known) Object.assign(known, unit);
    else this.units.set(unit.id, unit);
  }

  /** All at once, into an empty table: one sort instead of a place for each. */
  fill(figures: Figure[]): void {
    this.version++;
    this.rows = [...figures].sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
    for (const figure of this.rows) this.byId.set(figure.id, figure);
  }

  put(figure: Figure): void {
    const known = this.byId.get(figure.id);
    if (known && isSame(known, figure)) return;
    this.version++;
    if (known && known.startsAt === figure.startsAt) {
      Object.assign(known, figure);
      return;
    }
    if (known) this.rows.splice(this.placeOf(known), 1);
    this.byId.set(figure.id, figure);
    this.rows.splice(this.placeOf(figure), 0, figure);
  }

  remove(id: string): void {
    const known = this.byId.get(id);
    if (!known) return;
    this.version++;
    this.rows.splice(this.placeOf(known), 1);
    this.byId.delete(id);
  }

  /** What a desk asks for, of what it may see: `scope` is the path of its unit. By start and id. */
  select(scope: string, { programme, organizer, from, to }: BoardQuery): Figure[] {
    const units = new Set<BoardUnit>();
    for (const unit of this.units.values())
      if (unit.path.startsWith(scope) && (!organizer || unit.path.includes(`/${organizer}/`))) units.add(unit);
    const begin = from ? this.placeOf({ startsAt: Date.parse(from), id: '' }) : 0;
    const end = to ? this.placeOf({ startsAt: Date.parse(to), id: '' }) : this.rows.length;
    const isWhole = units.size === this.units.size && !programme;
    if (isWhole) return this.rows.slice(begin, end);
    const found: Figure[] = [];
    for (let i = begin; i < end; i++) {
      const figure = this.rows[i]!;
      if (units.has(figure.unit) && (!programme || figure.programmeId === programme)) found.push(figure);
    }
    return found;
  }

  /** The first row at or after a place. */
  private placeOf({ startsAt, id }: Place): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.rows[middle]!;
      if (row.startsAt < startsAt || (row.startsAt === startsAt && row.id < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** `limit` of the sessions behind a number, or of all, that come after a place. */
export function pageAfter(
  figures: readonly Figure[],
  { of, after, limit, now }: { of?: BoardNumber; after: Place | null; limit: number; now: number },
): Figure[] {
  const found: Figure[] = [];
  for (const figure of figures) {
    if (after && (figure.startsAt < after.startsAt || (figure.startsAt === after.startsAt && figure.id <= after.id)))
      continue;
    if (of && !(behindOf(figure, now) & BIT[of])) continue;
    found.push(figure);
    if (found.length === limit) break;
  }
  return found;
}

function isSame(one: Figure, other: Figure): boolean {
  return (Object.keys(one) as (keyof Figure)[]).every((key) =>
    key === 'planned'
      ? one.planned?.min === other.planned?.min &&
        one.planned?.max === other.planned?.max &&
        (one.planned === null) === (other.planned === null)
      : one[key] === other[key],
  );
}
