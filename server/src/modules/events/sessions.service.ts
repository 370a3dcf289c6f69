import { Injectable } from '@nestjs/common';
import type { SessionDetail } from '@openday/shared/sessions';
import { Database } from '../../database/database';
import { AppError } from '../../http/app-error';
import { presentCalendar } from './calendar.presenter';
import { presentSession, type SessionRow } from './session.presenter';
import { sessionRows } from './sessions.queries';

@Injectable()
export class SessionsService {
  constructor(private readonly database: Database) {}

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
