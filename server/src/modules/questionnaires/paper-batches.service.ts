import { Injectable } from '@nestjs/common';
import type { NewPaperBatch, QuestionnaireResults, PaperBatch as Wire } from '@openday/shared/questionnaires';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { PaperBatch } from './paper-batch.entity';
import { presentBatch } from './paper-batch.presenter';
import { PaperBatchWriter } from './paper-batch.writer';
import { batchesOf, onlineOf } from './results.queries';
import { resultsOf } from './results.rules';

/** 纸质问卷 as a unit counts it, and what all questionnaires say. */
@Injectable()
export class PaperBatchesService {
  constructor(
    private readonly database: Database,
    private readonly batches: PaperBatchWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Of an event, or of one of its sessions. */
  async results(caller: Caller, eventId: string, session?: string): Promise<QuestionnaireResults> {
    const manager = this.database.read;
    const { event, organizer, sessions } = await ownEvent(manager, caller, eventId);
    const sessionId = sessionOf(sessions, session);
    const of = sessionId ? [sessionId] : sessions.map(({ id }) => id);
    const batches = await batchesOf(manager, eventId, sessionId);
    const { online, paper, together } = resultsOf(await onlineOf(manager, of), batches);
    const handedOut = batches.reduce((all, batch) => all + batch.handedOut, 0);
    return {
      event: { id: event.id, theme: event.theme, organizer: { id: organizer.id, name: organizer.name } },
      sessionId,
      sessions: sessions.map(({ id, startsAt, endsAt }) => ({
        id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
      online,
      paper: { ...paper, handedOut, returned: paper.n ?? 0 },
      together,
      batches: batches.map(presentBatch),
    };
  }

  create(caller: Caller, eventId: string, body: NewPaperBatch): Promise<Wire> {
    return this.database.write(async (manager) => {
      const { event, sessions } = await ownEvent(manager, caller, eventId);
      // Where there is but one session it is that one's, said or not.
      const sessionId = sessionOf(sessions, body.sessionId ?? (sessions.length === 1 ? sessions[0]?.id : undefined));
      const about = { eventId, sessionId, organizerId: event.organizerId };
      const batch = await this.batches.write(manager, about, body, await databaseNow(manager));
      await this.note(manager, caller, 'paperBatch.create', batch.id);
      return presentBatch(batch);
    });
  }

  change(caller: Caller, id: string, body: NewPaperBatch): Promise<Wire> {
    return this.database.write(async (manager) => {
      const standing = await ownBatch(manager, caller, id);
      const { eventId, organizerId } = standing;
      const { sessions } = await ownEvent(manager, caller, eventId);
      const sessionId = body.sessionId ? sessionOf(sessions, body.sessionId) : standing.sessionId;
      const about = { eventId, sessionId, organizerId, standing };
      const batch = await this.batches.write(manager, about, body, await databaseNow(manager));
      await this.note(manager, caller, 'paperBatch.change', id);
      return presentBatch(batch);
    });
  }

  async remove(caller: Caller, id: string): Promise<{ ok: true }> {
    await this.database.write(async (manager) => {
      await ownBatch(manager, caller, id);
      await manager.delete(PaperBatch, { id });
      await this.note(manager, caller, 'paperBatch.remove', id);
    });
    return { ok: true };
  }

  private async note(manager: EntityManager, caller: Caller, act: string, id: string): Promise<void> {
    await this.audit.append(manager, { accountId: caller.id, act, target: ['paperBatch', id] });
  }
}

/** The event with its public sessions, if it is the caller's; otherwise NOT_FOUND. */
async function ownEvent(manager: EntityManager, caller: Caller, id: string) {
  const event = await manager.findOneBy(Event, { id });
  if (!event) throw new AppError('NOT_FOUND');
  const organizer = await organizerInScope(manager, event.organizerId, caller);
  const where = { eventId: id, publishedAt: Not(IsNull()) };
  const sessions = await manager.find(EventSession, { where, order: { startsAt: 'ASC' } });
  return { event, organizer, sessions };
}

async function ownBatch(manager: EntityManager, caller: Caller, id: string): Promise<PaperBatch> {
  const batch = await manager.findOne(PaperBatch, { where: { id }, lock: lockMode(manager) });
  if (!batch) throw new AppError('NOT_FOUND');
  await organizerInScope(manager, batch.organizerId, caller);
  return batch;
}

/** Throws NOT_FOUND for a session that is none of these; null = of them all. */
function sessionOf(sessions: EventSession[], id: string | undefined): string | null {
  if (id !== undefined && !sessions.some((session) => session.id === id)) throw new AppError('NOT_FOUND');
  return id ?? null;
}
