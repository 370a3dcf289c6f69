import { Injectable } from '@nestjs/common';
import type { FindQuery, FindSummary, SessionQuery } from '@openday/shared/find';
import type { SessionCard } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Database } from '../../database/database';
import { decodeCursor, encodeCursor, toPage } from '../../http/cursor';
import { presentCard } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { Organizer } from '../organizers/organizer.entity';
import { type PageText, presentPage } from './card-text.presenter';
import { type Current, DiscoveryReader } from './discovery.reader';
import { countedSessions, type Found, findSessions } from './find.queries';
import { IndexSearch } from './index-search.service';
import { outcomesOf } from './outcome.queries';
import { Summary } from './summary.rules';
import { squareOf } from './walk.rules';

const PAGE = 20;

@Injectable()
export class DiscoveryService {
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly reader: DiscoveryReader,
    private readonly search: IndexSearch,
  ) {}

  /** From the index in memory, its text ready; or from the database, where the index cannot answer or has no facts. */
  async discover(query: SessionQuery): Promise<PageText | Page<SessionCard>> {
    const limit = query.limit ?? PAGE;
    await this.turns.next();
    const current = this.reader.fresh() ?? (await this.reader.current());
    if (!current) {
      const now = await this.database.now();
      return this.present(query, await findSessions(this.database.read, query, now, limit), limit, now);
    }
    const after = decodeCursor(query.cursor, 'number', 'instant', 'id');
    const place = after && {
      square: Number(after[0]),
      startsAt: Date.parse(String(after[1])),
      id: BigInt(after[2] as string),
    };
    const found = this.search.find(current, query, place, limit + 1);
    const slots = Array.isArray(found) ? found : await found;
    if (query.past) return this.present(query, slots.map(foundIn(current)), limit, new Date(current.now));
    return pageOf(current, query, slots, limit);
  }

  async summary(query: FindQuery): Promise<FindSummary> {
    const current = await this.reader.current();
    if (current) return this.search.summary(current, query);
    const manager = this.database.read;
    const summary = new Summary();
    for (const session of await countedSessions(manager, query, await this.database.now())) summary.add(session);
    const organizers = await manager.find(Organizer, { select: { id: true, name: true } });
    const names = new Map(organizers.map(({ id, name }) => [id, name]));
    return summary.result((id) => names.get(id) ?? '');
  }

  private async present(query: SessionQuery, found: Found[], limit: number, now: Date): Promise<Page<SessionCard>> {
    const manager = this.database.read;
    const ids = found.map(({ id }) => id);
    const sessions = await sessionRows(manager, ids);
    const rows = new Map(sessions.map((row) => [row.session.id, row]));
    const outcomes = query.past ? await outcomesOf(manager, sessions) : null;
    const hasPoint = hasDistance(query);
    return toPage(
      found.filter(({ id }) => rows.has(id)),
      limit,
      ({ square, startsAt, id }) => [square, startsAt, id],
      ({ id, square }) => ({
        ...presentCard(rows.get(id)!, now, hasPoint ? metres(square) : null),
        outcome: outcomes?.get(id) ?? null,
      }),
    );
  }
}

const hasDistance = ({ lng, lat, past }: FindQuery): boolean => lng !== undefined && lat !== undefined && !past;

const metres = (square: number): number => Math.round(Math.sqrt(square));

const foundIn =
  ({ index: { table } }: Current) =>
  (slot: number): Found => ({
    id: String(table.key(slot)),
    startsAt: new Date(table.start(slot)).toISOString(),
    square: 0,
  });

/** Cuts `limit + 1` slots to a page. */
function pageOf(current: Current, query: SessionQuery, slots: number[], limit: number): PageText {
  const { index, now } = current;
  const square = squareOf(index, query);
  const shown = slots.slice(0, limit);
  const last = shown.at(-1);
  const { id, startsAt } = last === undefined ? { id: '', startsAt: '' } : foundIn(current)(last);
  const nextCursor = slots.length > limit && last !== undefined ? encodeCursor([square(last), startsAt, id]) : null;
  const distance = hasDistance(query) ? (slot: number) => metres(square(slot)) : () => null;
  return presentPage(index, shown, distance, nextCursor, now);
}

/** So many searches in one turn of the event loop. */
const TOGETHER = 32;

/**
 * Searches that came in one turn go on one after the other: what one needs of the processor's cache the next one finds
 * there. Each for itself, between the parsing of one request and the writing of another, they take twice as long.
 */
class Turns {
  private readonly waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((go) => {
      if (this.waiting.push(go) === 1) setImmediate(this.goOn);
    });
  }

  private goOn = (): void => {
    for (const go of this.waiting.splice(0, TOGETHER)) go();
    if (this.waiting.length) setImmediate(this.goOn);
  };
}
