import { Injectable } from '@nestjs/common';
import type { ClosingChange } from '@openday/shared/closing';
import type { EntityManager } from 'typeorm';
import { lockMode } from '../../database/dialect';
import { AppError } from '../../http/app-error';
import { tellShown } from '../changes/changes.writer';
import type { EventSession } from '../events/session.entity';
import { showImages } from '../images/images.writer';
import { namesSomebody } from '../suggestions/suggestion.rules';
import { ClosingReport } from './closing-report.entity';

/** Writes a session's report inside the caller's transaction. */
@Injectable()
export class ClosingWriter {
  /** The report, begun if it was not, nobody else's until the transaction ends. */
  async open(manager: EntityManager, session: EventSession, now: Date): Promise<ClosingReport> {
    const where = { sessionId: session.id };
    const standing = await manager.findOne(ClosingReport, { where, lock: lockMode(manager) });
    if (standing) return standing;
    const report = manager.create(ClosingReport, {
      sessionId: session.id,
      eventId: session.eventId,
      organizerId: session.organizerId,
      state: 'draft',
      ...{ actual: null, source: null, actualSaid: false, explanations: null },
      ...{ countReasons: [], countNote: '', planReasons: [], planNote: '', publicLine: '' },
      ...{ photos: [], photosVouched: false, told: null, publishedAt: null },
      ...{ recordedAfter: false, suggestions: null, resolved: null, soonToldAt: null, dueToldAt: null },
      createdAt: now,
      updatedAt: now,
    });
    // Begun twice at once, the second finds the first when it is run again.
    await manager.insert(ClosingReport, report);
    return report;
  }

  /** Throws WORDING_PERSONAL for a mobile number in its lines, PICTURE_UNKNOWN, BAD_REQUEST for a figure without its source. */
  async change(manager: EntityManager, report: ClosingReport, body: ClosingChange, now: Date): Promise<void> {
    const { actual, source, line, ...rest } = body;
    for (const words of [body.countNote, body.planNote, line])
      if (words && namesSomebody(words, '')) throw new AppError('WORDING_PERSONAL');
    if (body.photos) await showImages(manager, report.sessionId, body.photos);
    Object.assign(report, rest);
    if (line !== undefined) report.publicLine = line;
    if (actual !== undefined) {
      if (actual !== null && !source)
        throw new AppError('BAD_REQUEST', [{ field: 'source', message: '请选这个数是怎么来的' }]);
      Object.assign(report, { actual, source: actual === null ? null : source, actualSaid: actual !== null });
    }
    report.updatedAt = now;
    await manager.save(ClosingReport, report);
    // A head count stands on the board.
    if (actual !== undefined) await tellShown(manager, { sessions: [report.sessionId] });
  }

  /** `told` null takes it down again; lists of what is over show either. */
  async show(
    manager: EntityManager,
    report: ClosingReport,
    shown: (Pick<ClosingReport, 'actual' | 'source'> & { told: string }) | null,
    now: Date,
  ): Promise<void> {
    const state = shown ? ('published' as const) : ('draft' as const);
    // What stood while it was public is no longer said once it is taken down: the records speak again.
    const figure = shown ?? (report.actualSaid ? {} : { actual: null, source: null });
    Object.assign(report, figure, { state, told: shown?.told ?? null, publishedAt: shown && now, updatedAt: now });
    await manager.save(ClosingReport, report);
    await tellShown(manager, { sessions: [report.sessionId] });
  }
}
