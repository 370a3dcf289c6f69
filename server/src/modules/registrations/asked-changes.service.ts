import { Injectable } from '@nestjs/common';
import type { SessionChange, SessionSetup } from '@openday/shared/sessions';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { DeskNewsWriter } from '../events/desk-news.writer';
import { Event } from '../events/event.entity';
import { standings } from '../events/event-standing.queries';
import type { By } from '../events/event-state.rules';
import { EventSession } from '../events/session.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { lockSessions } from './locked-session.queries';
import { inForce } from './session-change.rules';
import { type Affected, SessionChangeWriter } from './session-change.writer';
import { SessionSetupWriter } from './session-setup.writer';

/** A change, or another way of giving out seats. */
export type Wanted = { change: SessionChange } | { setup: SessionSetup };

/** 备案 once more: when, where and for how many a public session is, where its programme asks a unit above. */
@Injectable()
export class AskedChangesService {
  constructor(
    private readonly database: Database,
    private readonly changes: SessionChangeWriter,
    private readonly setups: SessionSetupWriter,
    private readonly news: DeskNewsWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Whether when, where or for how many it is, is not the caller's own to change. */
  async wanted(manager: EntityManager, caller: Caller, session: EventSession): Promise<boolean> {
    if (!session.publishedAt) return false;
    const event = await manager.findOneByOrFail(Event, { id: session.eventId });
    const { standing, by } = (await standings(manager, caller, [event])).get(event.id)!;
    return standing.needsApproval && by === 'own';
  }

  /** Asked again before it is decided, the last one counts. */
  async ask(manager: EntityManager, caller: Caller, session: EventSession, wanted: Wanted): Promise<void> {
    const now = await databaseNow(manager);
    const asked = { at: now.toISOString(), change: {}, ...wanted };
    await manager.update(EventSession, { id: session.id }, { asked });
    await this.news.above(manager, { id: session.eventId, organizerId: session.organizerId }, now);
    await this.audit.append(manager, { accountId: caller.id, act: 'session.ask', target: ['session', session.id] });
  }

  /** Done as it was asked, and those in it told. Throws NOT_APPROVER, EVENT_STATE where nothing is asked. */
  approve(caller: Caller, id: string): Promise<Affected> {
    return this.decide(caller, id, 'above', async (manager, session, now) => {
      const { change, setup } = session.asked!;
      const affected = setup
        ? await this.setups.setUp(manager, caller, id, setup).then(() => NOBODY)
        : await this.changes.change(manager, caller, session, { ...change, confirm: true }, now);
      await this.news.own(manager, 'changeApproved', session, now, inForce(session.asked!));
      return affected;
    });
  }

  /** Throws NOT_APPROVER, EVENT_STATE where nothing is asked. */
  sendBack(caller: Caller, id: string, reason: string): Promise<{ ok: true }> {
    return this.decide(caller, id, 'above', async (manager, session, now) => {
      await this.news.own(manager, 'changeSentBack', session, now, reason);
      await this.audit.append(manager, { accountId: caller.id, act: 'session.sendBack', target: ['session', id] });
      return { ok: true as const };
    });
  }

  withdraw(caller: Caller, id: string): Promise<{ ok: true }> {
    return this.decide(caller, id, 'own', async (manager) => {
      await this.audit.append(manager, { accountId: caller.id, act: 'session.withdraw', target: ['session', id] });
      return { ok: true as const };
    });
  }

  /** Under the session's lock: of two who decide at once the second finds it decided. */
  private decide<T>(
    caller: Caller,
    id: string,
    who: By,
    work: (manager: EntityManager, session: EventSession, now: Date) => Promise<T>,
  ): Promise<T> {
    return this.database.write(async (manager) => {
      const found = await manager.findOneBy(EventSession, { id });
      if (!found) throw new AppError('NOT_FOUND');
      await organizerInScope(manager, found.organizerId, caller);
      await lockSessions(manager, [id]);
      const session = await manager.findOneByOrFail(EventSession, { id });
      if (!session.asked) throw new AppError('EVENT_STATE');
      const event = await manager.findOneByOrFail(Event, { id: session.eventId });
      const { by } = (await standings(manager, caller, [event])).get(event.id)!;
      if (who === 'above' && by !== 'above') throw new AppError('NOT_APPROVER');
      const done = await work(manager, session, await databaseNow(manager));
      await manager.update(EventSession, { id }, { asked: null });
      return done;
    });
  }
}

/** Seats are given out otherwise only while nobody has one. */
export const NOBODY: Affected = { told: 0, displaced: 0 };
