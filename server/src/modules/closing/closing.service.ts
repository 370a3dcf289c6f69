import { Injectable } from '@nestjs/common';
import type { Closing, ClosingCard, ClosingChange, PublicClosing } from '@openday/shared/closing';
import type { Page } from '@openday/shared/wire';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import type { EventSession } from '../events/session.entity';
import { storedOf } from '../images/images.queries';
import type { ClosingQueryDto } from './closing.dto';
import { presentClosing, presentClosingCard, presentPublic } from './closing.presenter';
import { closingCards, closingSession, countDue, publicReports } from './closing.queries';
import { ClosingReader } from './closing.reader';
import { ClosingWriter } from './closing.writer';
import type { ClosingReport } from './closing-report.entity';

const PAGE = 20;
const DUE_MOST = 50;

/** 活动总结: prefilled from the records, filled in by the unit, read by residents. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly reader: ClosingReader,
    private readonly writer: ClosingWriter,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller, query: ClosingQueryDto): Promise<Page<ClosingCard>> {
    const now = await this.database.now();
    const limit = query.limit ?? PAGE;
    const rows = await closingCards(this.database.read, caller, query, now, limit);
    return toPage(
      rows,
      limit,
      ({ session }) => [session.startsAt.toISOString(), session.id],
      (row) => presentClosingCard(row, now),
    );
  }

  /** Soonest due first, with how many there are in all. */
  async due(caller: Caller): Promise<{ items: ClosingCard[]; total: number }> {
    const now = await this.database.now();
    const manager = this.database.read;
    const rows = await closingCards(manager, caller, { show: 'due' }, now, DUE_MOST - 1);
    const items = rows.map((row) => presentClosingCard(row, now)).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    return { items, total: rows.length < DUE_MOST ? rows.length : await countDue(manager, caller, now) };
  }

  async detail(caller: Caller, sessionId: string): Promise<Closing> {
    const now = await this.database.now();
    const manager = this.database.read;
    return this.present(manager, await closingSession(manager, caller, sessionId, now), now);
  }

  /** Throws CLOSING_PUBLISHED while residents read it. */
  change(caller: Caller, sessionId: string, body: ClosingChange): Promise<Closing> {
    return this.act(caller, sessionId, 'closing.change', async (manager, report, _, now) => {
      if (report.state === 'published') throw new AppError('CLOSING_PUBLISHED');
      await this.writer.change(manager, report, body, now);
    });
  }

  /** Throws CLOSING_GAPS with what is missing. Publishing twice changes nothing. */
  publish(caller: Caller, sessionId: string): Promise<Closing> {
    return this.act(caller, sessionId, 'closing.publish', async (manager, report, session, now) => {
      if (report.state === 'published') return;
      const { gaps, actual, source, preview } = await this.present(manager, session, now);
      if (gaps.length)
        throw new AppError(
          'CLOSING_GAPS',
          gaps.map((field) => ({ field, message: MISSING[field] })),
        );
      await this.writer.show(manager, report, { actual, source, told: preview }, now);
    });
  }

  unpublish(caller: Caller, sessionId: string): Promise<Closing> {
    return this.act(caller, sessionId, 'closing.unpublish', async (manager, report, _, now) => {
      if (report.state === 'published') await this.writer.show(manager, report, null, now);
    });
  }

  /** What residents read, by session. */
  async ofEvent(eventId: string): Promise<{ items: PublicClosing[] }> {
    const manager = this.database.read;
    const reports = await publicReports(manager, { eventId });
    const stored = new Set(
      await storedOf(
        manager,
        reports.flatMap(({ photos }) => photos),
      ),
    );
    return { items: reports.map((report) => presentPublic(report, stored)) };
  }

  private act(
    caller: Caller,
    sessionId: string,
    act: string,
    work: (manager: EntityManager, report: ClosingReport, session: EventSession, now: Date) => Promise<void>,
  ): Promise<Closing> {
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const session = await closingSession(manager, caller, sessionId, now);
      await work(manager, await this.writer.open(manager, session, now), session, now);
      await this.audit.append(manager, { accountId: caller.id, act, target: ['session', sessionId] });
      return this.present(manager, session, now);
    });
  }

  private async present(manager: EntityManager, session: EventSession, now: Date): Promise<Closing> {
    return presentClosing(await this.reader.row(manager, session), now);
  }
}

const MISSING = {
  actual: '请填实际到了多少人',
  countReason: '请选为什么计数和签到不一样',
  planReason: '请选为什么和计划不一样',
  photos: '请确认照片里人脸已模糊，没有未成年人',
} as const;
