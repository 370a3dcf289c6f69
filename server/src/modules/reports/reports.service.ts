import { Injectable } from '@nestjs/common';
import type { Variance, VarianceQuery } from '@openday/shared/board';
import type { AttendanceQuery, AttendanceReport } from '@openday/shared/reports';
import type { Page } from '@openday/shared/wire';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { ClosingReport } from '../closing/closing-report.entity';
import { countedSessions } from './attendance.queries';
import { BoardReader } from './board.reader';
import { scopeOf } from './board.service';
import type { Figure } from './board-figure.rules';
import { sumsOf } from './board-sums.rules';
import { type Place, pageAfter } from './board-table.rules';
import { presentVariance } from './variance.presenter';

const PAGE = 200;
const VARIANCES = 50;

/** The sessions behind the board's numbers, a page at a time, by date. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly board: BoardReader,
  ) {}

  /** The five numbers of every public session in the caller's subtree; the sums are of all, not of the page. */
  async attendance(caller: Caller, query: AttendanceQuery): Promise<AttendanceReport> {
    const { of, cursor, limit = PAGE } = query;
    const { table, now } = await this.board.current();
    const all = table.select(scopeOf(caller), query);
    const { ids, nextCursor } = cut(pageAfter(all, { of, after: placeOf(cursor), limit: limit + 1, now }), limit);
    const asOf = new Date(now);
    const rows = (await countedSessions(this.database.read, ids, asOf)).map(({ figures }) => figures);
    return { asOf: asOf.toISOString(), rows, totals: sumsOf(all, now).totals, nextCursor };
  }

  /** Sessions whose numbers are far apart, with what their closing reports say of it. */
  async variances(caller: Caller, query: VarianceQuery): Promise<Page<Variance>> {
    const { cursor, limit = VARIANCES } = query;
    const { table, now } = await this.board.current();
    const all = table.select(scopeOf(caller), query);
    const found = pageAfter(all, { of: 'varies', after: placeOf(cursor), limit: limit + 1, now });
    const { ids, nextCursor } = cut(found, limit);
    const manager = this.database.read;
    const rows = await countedSessions(manager, ids, new Date(now));
    const reports = ids.length ? await manager.findBy(ClosingReport, { sessionId: In(ids) }) : [];
    const reportOf = new Map(reports.map((report) => [report.sessionId, report]));
    return {
      items: rows.map(({ figures }) => presentVariance(figures, reportOf.get(figures.sessionId) ?? null)),
      nextCursor,
    };
  }
}

function placeOf(cursor: string | undefined): Place | null {
  const place = decodeCursor(cursor, 'instant', 'id');
  return place && { startsAt: Date.parse(String(place[0])), id: String(place[1]) };
}

/** Cuts `limit + 1` figures to a page. */
function cut(found: Figure[], limit: number): { ids: string[]; nextCursor: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const isMore = found.length > limit && last !== undefined;
  const nextCursor = isMore ? encodeCursor([new Date(last.startsAt).toISOString(), last.id]) : null;
  return { ids: shown.map(({ id }) => id), nextCursor };
}
