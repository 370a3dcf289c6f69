import { Injectable } from '@nestjs/common';
import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { toPage } from '../../http/cursor';
import { presentCalendar } from './calendar.presenter';
import type { SessionQueryDto } from './events.dto';
import { presentCard, presentSession, type SessionRow } from './session.presenter';
import { findSessions, sessionRows } from './sessions.queries';

@Injectable()
export class SessionsService {
  constructor(private readonly database: Database) {}

  async discover(query: SessionQueryDto): Promise<Page<SessionCard>> {
    const limit = query.limit ?? 20;
    const now = await this.database.now();
    const found = await findSessions(this.database.read, query, now, limit);
    const rows = new Map(
      (
        await sessionRows(
          this.database.read,
          found.map(({ id }) => id),
        )
      ).map((row) => [row.session.id, row]),
    );
    const hasPoint = query.lng !== undefined && query.lat !== undefined;
    return toPage(
      found.filter(({ id }) => rows.has(id)),
      limit,
      ({ square, startsAt, id }) => [square, startsAt, id],
      ({ id, square }) => presentCard(rows.get(id)!, now, hasPoint ? Math.round(Math.sqrt(square)) : null),
    );
  }

  async detail(id: string): Promise<SessionDetail> {
    return presentSession(await this.published(id), await this.database.now());
  }

  async calendar(id: string): Promise<string> {
    return presentCalendar(await this.published(id));
  }

  private async published(id: string): Promise<SessionRow> {
    const [row] = await sessionRows(this.database.read, [id]);
    if (!row?.session.publishedAt) throw new AppError('NOT_FOUND');
    return row;
  }
}
