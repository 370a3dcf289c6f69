import { Injectable } from '@nestjs/common';
import type { DeskEventDetail } from '@openday/shared/desk-events';
import type { EventDetail } from '@openday/shared/events';
import type { NewSession } from '@openday/shared/sessions';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { showImages } from '../images/images.writer';
import { DeskEventsService, ownEvent } from './desk-events.service';
import { DeskNewsWriter } from './desk-news.writer';
import { DraftWriter } from './draft.writer';
import { Event } from './event.entity';
import { EventWriter } from './event.writer';
import { checkAct, standings } from './event-standing.queries';
import type { Act } from './event-state.rules';
import { EventsService } from './events.service';
import { sessionProblems } from './session.rules';

/** 备案: handing in, taking back, approving and sending back; and what is done to drafts. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventWriter,
    private readonly shown: EventsService,
    private readonly desk: DeskEventsService,
    private readonly drafts: DraftWriter,
    private readonly news: DeskNewsWriter,
    private readonly audit: AuditWriter,
  ) {}

  submit(caller: Caller, id: string): Promise<DeskEventDetail> {
    return this.act(caller, id, 'submit', async (manager, event, now) => {
      const submitted = { state: 'submitted' as const, submittedAt: now, sentBack: null, updatedAt: now };
      await manager.update(Event, { id }, submitted);
      await this.news.above(manager, event, now);
    });
  }

  withdraw(caller: Caller, id: string): Promise<DeskEventDetail> {
    return this.act(caller, id, 'withdraw', async (manager, _, now) => {
      await manager.update(Event, { id }, { state: 'draft', submittedAt: null, updatedAt: now });
    });
  }

  /** Published in the same transaction: what was approved is what the public sees. */
  approve(caller: Caller, id: string): Promise<DeskEventDetail> {
    return this.act(caller, id, 'approve', async (manager, event, now) => {
      await manager.update(Event, { id }, { approvedAt: now });
      await this.events.publish(manager, event, now);
      await this.news.own(manager, 'eventApproved', event, now);
    });
  }

  sendBack(caller: Caller, id: string, reason: string): Promise<DeskEventDetail> {
    return this.act(caller, id, 'sendBack', async (manager, event, now) => {
      await manager.update(Event, { id }, { state: 'draft', sentBack: reason, submittedAt: null, updatedAt: now });
      await this.news.own(manager, 'eventSentBack', event, now, reason);
    });
  }

  /** Throws EVENT_STATE for what was ever handed in and not sent back, or is public. */
  remove(caller: Caller, id: string): Promise<{ ok: true }> {
    return this.database.write(async (manager) => {
      const event = await this.locked(manager, caller, id);
      await checkAct(manager, caller, event, 'delete');
      await this.drafts.clear(manager, id);
      await showImages(manager, id, []);
      await manager.delete(Event, { id });
      await this.audit.append(manager, { accountId: caller.id, act: 'event.delete', target: ['event', id] });
      return { ok: true as const };
    });
  }

  /**
   * Sessions more. Of a published event they are public at once. Throws APPROVAL_NEEDED where the programme asks for
   * approval and the caller is the unit itself, unless it is a draft or waits for its date.
   */
  async addSessions(caller: Caller, id: string, sessions: NewSession[]): Promise<EventDetail> {
    await this.database.write(async (manager) => {
      const event = await this.locked(manager, caller, id);
      if (event.state === 'submitted' || event.state === 'closed') throw new AppError('EVENT_STATE');
      if (event.state === 'cancelled') throw new AppError('SESSION_CANCELLED');
      const { standing, by } = (await standings(manager, caller, [event])).get(id)!;
      if (event.state === 'published' && standing.needsApproval && by === 'own') throw new AppError('APPROVAL_NEEDED');
      const problems = sessions.flatMap((session, i) => sessionProblems(session, `sessions.${i}`));
      if (problems.length) throw new AppError('BAD_REQUEST', problems);
      const now = await databaseNow(manager);
      for (const [i, session] of sessions.entries())
        await this.events.addSession(manager, caller, event, session, now, `sessions.${i}`);
      await manager.update(Event, { id }, { updatedAt: now });
      if (event.state === 'published') await this.events.publish(manager, event, now);
      await this.audit.append(manager, { accountId: caller.id, act: 'event.addSessions', target: ['event', id] });
    });
    return this.shown.detail(id, caller);
  }

  private async act(
    caller: Caller,
    id: string,
    act: Act,
    work: (manager: EntityManager, event: Event, now: Date) => Promise<void>,
  ): Promise<DeskEventDetail> {
    await this.database.write(async (manager) => {
      const event = await this.locked(manager, caller, id);
      await checkAct(manager, caller, event, act);
      await work(manager, event, await databaseNow(manager));
      await this.audit.append(manager, { accountId: caller.id, act: `event.${act}`, target: ['event', id] });
    });
    return this.desk.detail(caller, id);
  }

  /** Under its lock: of two who decide at once the second finds it decided. */
  private async locked(manager: EntityManager, caller: Caller, id: string): Promise<Event> {
    await ownEvent(manager, caller, id);
    return manager.findOneOrFail(Event, { where: { id }, lock: lockMode(manager) });
  }
}
