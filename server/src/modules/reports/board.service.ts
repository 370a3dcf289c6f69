import { Injectable } from '@nestjs/common';
import type { Board, BoardGroup, BoardGroupQuery, BoardWeek } from '@openday/shared/board';
import type { BoardQuery } from '@openday/shared/reports';
import type { Page } from '@openday/shared/wire';
import { Database } from '../../database/database';
import { selectRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import { decodeCursor, toPage } from '../../http/cursor';
import { Programme } from '../programmes/programme.entity';
import { BoardReader, type CurrentBoard } from './board.reader';
import type { Figure } from './board-figure.rules';
import { boardOf, sumsOf, weeksOf } from './board-sums.rules';

const SECOND = 1000;
/** Answers kept for who asks the same. */
const KEPT = 500;
const GROUPS = 50;
/** Sessions of no programme come after all that have one. */
const NO_PROGRAMME = '9999999999999999999';

/** An answer as it is sent. */
interface Kept {
  version: number;
  at: number;
  text: string;
}

/** Sums of the sessions' counters, for whoever may see them. */
@Injectable()
export class BoardService {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly database: Database,
    private readonly reader: BoardReader,
  ) {}

  /** `Board`, as text. */
  board(caller: Caller, query: BoardQuery): Promise<string> {
    return this.answer('board', caller, query, (figures, { now }): Board => boardOf(figures, now));
  }

  /** Of the weeks between the first session and the last, as text. */
  weeks(caller: Caller, query: BoardQuery): Promise<string> {
    return this.answer('weeks', caller, query, (figures): { items: BoardWeek[] } => ({ items: weeksOf(figures) }));
  }

  /** By unit or programme, in the order they were made: nobody is ranked. */
  async groups(caller: Caller, { by, cursor, limit = GROUPS, ...query }: BoardGroupQuery): Promise<Page<BoardGroup>> {
    const current = await this.reader.current();
    const after = decodeCursor(cursor, 'id');
    const groups = new Map<string, Figure[]>();
    for (const figure of current.table.select(scopeOf(caller), query)) {
      const id = by === 'unit' ? figure.unit.id : (figure.programmeId ?? NO_PROGRAMME);
      if (after && id <= String(after[0])) continue;
      const own = groups.get(id);
      if (own) own.push(figure);
      else groups.set(id, [figure]);
    }
    const ids = [...groups.keys()].sort().slice(0, limit + 1);
    const names = by === 'unit' ? null : await this.programmes(ids);
    const page = ids.map((id) => ({ id, own: groups.get(id) ?? [] }));
    return toPage(
      page,
      limit,
      ({ id }) => [id],
      ({ id, own }) => ({
        id: id === NO_PROGRAMME ? null : id,
        name: (names ? names.get(id) : own[0]?.unit.name) ?? '',
        ...sumsOf(own, current.now),
      }),
    );
  }

  /** Made once for all who ask the same within a second, while nothing changed. */
  private async answer(
    of: string,
    caller: Caller,
    query: BoardQuery,
    make: (figures: Figure[], current: CurrentBoard) => object,
  ): Promise<string> {
    const current = await this.reader.current();
    const scope = scopeOf(caller);
    const { programme = '', organizer = '', from = '', to = '' } = query;
    const key = [of, scope, programme, organizer, from, to].join(' ');
    const known = this.kept.get(key);
    const now = performance.now();
    if (known && known.version === current.table.version && now - known.at < SECOND) return known.text;
    const text = JSON.stringify(make(current.table.select(scope, query), current));
    this.kept.delete(key);
    this.kept.set(key, { version: current.table.version, at: now, text });
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value ?? key);
    return text;
  }

  private async programmes(ids: string[]): Promise<Map<string, string>> {
    const found = await selectRows(this.database.read, Programme, 'WHERE id IN (:ids)', { ids }, ['id', 'title']);
    return new Map(found.map(({ id, title }) => [id, title]));
  }
}

/** The subtree a desk may see; a desk of nothing sees nothing. */
export const scopeOf = ({ path }: Caller): string => path ?? '!';
