import { setImmediate } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Params } from '../../database/rows';
import { ChangesReader } from '../changes/changes.reader';
import type { Changed } from '../changes/shown-change.entity';
import { boardFigures, boardUnits } from './board-figure.queries';
import type { Figure } from './board-figure.rules';
import { BoardTable } from './board-table.rules';

/** Rows at a time: others wait for no more than these. */
const PIECE = 500;
/** Sessions read again with a look in turn, so that what nobody told of is found as well; and how often. */
const [AGAIN, AGAIN_MS] = [200, 1000];

/** The counters of all sessions at a moment of the database's clock, ms. */
export interface CurrentBoard {
  table: BoardTable;
  now: number;
}

/**
 * Keeps every public session's counters in memory, read when a board is first asked for and then brought up to date by
 * what transactions of any replica told. The database decides: it can be dropped at any moment.
 */
@Injectable()
export class BoardReader implements OnModuleDestroy {
  private table: BoardTable | null = null;
  private building: Promise<BoardTable> | null = null;
  private isStopped = false;
  private readonly changes: ChangesReader;
  private again = '';
  private againAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly database: Database) {
    this.changes = new ChangesReader(database, (changes) => this.take(changes));
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    await this.building?.catch(() => undefined);
  }

  /** What this process committed is in it; what others did, a second later at most. Throws where the database is away. */
  async current(): Promise<CurrentBoard> {
    if (this.table && this.changes.isTooLate) this.table = null;
    const table = this.table ?? (await this.build());
    await this.changes.catchUp();
    return { table, now: this.changes.now };
  }

  private build(): Promise<BoardTable> {
    this.building ??= this.buildOnce().finally(() => {
      this.building = null;
    });
    return this.building;
  }

  private async buildOnce(): Promise<BoardTable> {
    await this.changes.begin();
    const table = new BoardTable();
    for (let after: string | null = ''; after !== null; ) {
      const units = await boardUnits(this.database.read, PAGE, { after });
      for (const unit of units) table.putUnit(unit);
      after = units.length < PIECE ? null : units.at(-1)!.id;
    }
    const figures: Figure[] = [];
    for (let after: string | null = ''; after !== null; ) {
      if (this.isStopped) throw new Error('the server stops');
      const found = await boardFigures(this.database.read, PAGE, { after }, (id) => table.units.get(id));
      figures.push(...found.flatMap(({ figure }) => figure ?? []));
      after = found.length < PIECE ? null : found.at(-1)!.id;
      await setImmediate();
    }
    table.fill(figures);
    this.table = table;
    return table;
  }

  private async take(changes: Changed[]): Promise<void> {
    const { table } = this;
    if (!table) return;
    const all = (of: (changed: Changed) => string[] | undefined) => [...new Set(changes.flatMap((c) => of(c) ?? []))];
    await this.readUnits(
      table,
      all((c) => c.organizers),
    );
    const sessions = new Set([...all((c) => c.sessions), ...all((c) => c.counts)]);
    for (const ids of pieces([...sessions])) {
      const there = await this.read(table, 'WHERE id IN (:ids)', { ids });
      for (const id of ids) if (!there.has(id)) table.remove(id);
    }
    for (const ids of pieces(all((c) => c.events))) await this.read(table, 'WHERE eventId IN (:ids)', { ids });
    for (const ids of pieces(all((c) => c.venues))) await this.read(table, 'WHERE venueId IN (:ids)', { ids });
    if (performance.now() - this.againAt < AGAIN_MS) return;
    this.againAt = performance.now();
    const next = await this.read(table, `WHERE id > :after ORDER BY id LIMIT ${AGAIN}`, { after: this.again });
    this.again = next.size < AGAIN ? '' : [...next].at(-1)!;
  }

  /** Reads sessions again; their ids. */
  private async read(table: BoardTable, tail: string, params: Params): Promise<Set<string>> {
    const unknown = new Set<string>();
    const unitOf = (id: string) => {
      const unit = table.units.get(id);
      if (!unit) unknown.add(id);
      return unit;
    };
    let found = await boardFigures(this.database.read, tail, params, unitOf);
    if (unknown.size) {
      await this.readUnits(table, [...unknown]);
      found = await boardFigures(this.database.read, tail, params, unitOf);
    }
    for (const { id, figure } of found) {
      if (figure) table.put(figure);
      else table.remove(id);
    }
    return new Set(found.map(({ id }) => id));
  }

  private async readUnits(table: BoardTable, organizers: string[]): Promise<void> {
    for (const ids of pieces(organizers))
      for (const unit of await boardUnits(this.database.read, 'WHERE id IN (:ids)', { ids })) table.putUnit(unit);
  }
}

const PAGE = `WHERE id > :after ORDER BY id LIMIT ${PIECE}`;

function* pieces(ids: string[]): Generator<string[]> {
  for (let i = 0; i < ids.length; i += PIECE) yield ids.slice(i, i + PIECE);
}
