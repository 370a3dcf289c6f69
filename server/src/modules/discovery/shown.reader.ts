import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Changed } from '../changes/shown-change.entity';
import { shownOrganizers, shownRows, shownVenues } from './shown.queries';
import { ShownIndex, type ShownRow } from './shown-index.rules';

/** Rows at a time: others wait for no more than these while the index is built. */
const PIECE = 500;

/** The index of all public sessions, in pieces; null when `isStopped` says so meanwhile. */
export async function buildIndex(manager: EntityManager, isStopped: () => boolean): Promise<ShownIndex | null> {
  const index = new ShownIndex();
  for (let after = ''; ; ) {
    const organizers = await shownOrganizers(manager, PAGE, { after });
    for (const organizer of organizers) index.putOrganizer(organizer);
    if (organizers.length < PIECE) break;
    after = organizers.at(-1)!.id;
  }
  for (let after = ''; ; ) {
    const venues = await shownVenues(manager, PAGE, { after });
    for (const venue of venues) index.putVenue(venue);
    if (venues.length < PIECE) break;
    after = venues.at(-1)!.id;
    await setImmediate();
  }
  for (let after: string | null = ''; after !== null; ) {
    if (isStopped()) return null;
    after = await readOn(manager, index, after, PIECE);
    await setImmediate();
  }
  return index;
}

const PAGE = `WHERE id > :after ORDER BY id LIMIT ${PIECE}`;

/** Reads the next sessions by id again, whatever was told of them; the id to go on from, null at the end. */
export async function readOn(
  manager: EntityManager,
  index: ShownIndex,
  after: string,
  most: number,
): Promise<string | null> {
  const tail = `WHERE id > :after ORDER BY id LIMIT ${most}`;
  const rows = await shownRows(manager, tail, { after });
  await take(manager, index, rows);
  return rows.length < most ? null : rows.at(-1)!.id;
}

/** Reads again what was told to have changed. */
export async function readChanged(manager: EntityManager, index: ShownIndex, changes: Changed[]): Promise<void> {
  const all = (of: (changed: Changed) => string[] | undefined) => [...new Set(changes.flatMap((one) => of(one) ?? []))];
  const [sessions, events] = [all((one) => one.sessions), all((one) => one.events)];
  const [venues, organizers] = [all((one) => one.venues), all((one) => one.organizers)];
  await readNamed(manager, index, venues, organizers);
  for (const ids of pieces(sessions)) {
    const rows = await shownRows(manager, 'WHERE id IN (:ids)', { ids });
    await take(manager, index, rows);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) index.remove(id);
  }
  for (const ids of pieces(events))
    await take(manager, index, await shownRows(manager, 'WHERE eventId IN (:ids)', { ids }));
}

async function take(
  manager: EntityManager,
  index: ShownIndex,
  rows: { id: string; shown: ShownRow | null }[],
): Promise<void> {
  const shown = rows.flatMap((row) => row.shown ?? []);
  const unknown = (ids: string[], find: (id: string) => number) => [...new Set(ids.filter((id) => find(id) < 0))];
  await readNamed(
    manager,
    index,
    unknown(
      shown.map(({ venueId }) => venueId),
      index.venues.find,
    ),
    unknown(
      shown.map(({ organizerId }) => organizerId),
      index.findOrganizer,
    ),
  );
  for (const { id, shown } of rows) {
    if (shown && index.isPlaced(shown)) index.put(shown);
    else index.remove(id);
  }
}

async function readNamed(
  manager: EntityManager,
  index: ShownIndex,
  venues: string[],
  organizers: string[],
): Promise<void> {
  for (const ids of pieces(organizers))
    for (const one of await shownOrganizers(manager, 'WHERE id IN (:ids)', { ids })) index.putOrganizer(one);
  // A summary names the units above as well.
  const above = new Set(organizers.flatMap((id) => index.unitsAbove(id)));
  if (above.size) await readNamed(manager, index, [], [...above]);
  for (const ids of pieces(venues))
    for (const one of await shownVenues(manager, 'WHERE id IN (:ids)', { ids })) index.putVenue(one);
}

function* pieces(ids: string[]): Generator<string[]> {
  for (let i = 0; i < ids.length; i += PIECE) yield ids.slice(i, i + PIECE);
}
