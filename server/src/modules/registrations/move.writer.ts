import { Injectable } from '@nestjs/common';
import { dayOf, momentText } from '@openday/shared/dates';
import type { RegistrantMove } from '@openday/shared/registrants';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Ids } from '../../database/ids';
import { AppError } from '../../http/app-error';
import { Draw } from '../events/draw.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Quota } from '../quotas/quota.entity';
import { type SessionState, seated } from './admission.rules';
import { Companion } from './companion.entity';
import { lockSessions, saveStates } from './locked-session.queries';
import { comingRefused, leavingRefused, poolThere } from './move.rules';
import { Registration } from './registration.entity';
import { RegistrationAnswers } from './registration-answers.entity';
import { SeatsWriter } from './seats.writer';
import { LIVE } from './standing.rules';

/** What a place among those who wait, or a draw, gave: it stays with the registration that ended. */
const AFRESH = {
  ...{ ticketNo: null, joinWaitlist: false, confirmBy: null, heldBackUntil: null, waitNumber: null },
  ...{ cancelReason: null, endReason: null },
};

/** Takes a party to another session of its event: seats there and seats given on here are one transaction. */
@Injectable()
export class MoveWriter {
  constructor(
    private readonly ids: Ids,
    private readonly outbox: OutboxWriter,
    private readonly seats: SeatsWriter,
  ) {}

  /**
   * The id of its registration there; the one here ends, since a door may have it on its list. Throws MOVE_ELSEWHERE,
   * MOVE_STANDING, and what `leavingRefused` and `comingRefused` say. Scope is the caller's to check.
   */
  async move(manager: EntityManager, id: string, { sessionId, quotaId, reason }: RegistrantMove): Promise<string> {
    const found = await manager.findOneByOrFail(Registration, { id });
    const states = await lockSessions(manager, [found.sessionId, sessionId]);
    const [from, to] = [states.get(found.sessionId), states.get(sessionId)];
    if (!from || !to) throw new AppError('NOT_FOUND');
    if (from.eventId !== to.eventId || from.id === to.id) throw new AppError('MOVE_ELSEWHERE');
    const now = await databaseNow(manager);
    // Read again under the lock: a neighbour may have changed it since.
    const registration = await manager.findOneByOrFail(Registration, { id });
    const names = new Map(
      (await manager.findBy(Quota, { sessionId: In([from.id, to.id]) })).map((quota) => [quota.id, quota.name]),
    );
    const moving = {
      ...registration,
      named: await manager.countBy(Companion, { registrationId: id }),
      pool: names.get(registration.quotaId) ?? '',
    };
    const leaving = leavingRefused(from, moving, now);
    if (leaving) throw new AppError(leaving);
    if (await this.standsIn(manager, registration, to)) throw new AppError('MOVE_STANDING');
    const pools = to.pools.map((pool) => ({ ...pool, name: names.get(pool.id) ?? '' }));
    const pool = poolThere(pools, quotaId, moving.pool);
    const drawn = await manager.existsBy(Draw, { sessionId, drawnAt: Not(IsNull()) });
    const coming = comingRefused(to, pool, moving, drawn, now);
    if (coming || !pool) throw new AppError(coming ?? 'QUOTA_UNKNOWN');

    const there = this.ids.next();
    await manager.update(Companion, { registrationId: id }, { registrationId: there });
    await manager.update(RegistrationAnswers, { registrationId: id }, { registrationId: there, sessionId });
    const endReason = `换到${momentText(to.startsAt.toISOString(), now.getTime())}那一场：${reason}`;
    await this.seats.end(manager, { registration, session: from, now }, { status: 'cancelled', endReason, told: null });
    const taken = { ...to, pools: to.pools.map((each) => (each.id === pool.id ? seated(each, moving.seats) : each)) };
    await saveStates(manager, [[to, taken]]);
    await manager.insert(Registration, {
      ...registration,
      ...AFRESH,
      ...{ id: there, sessionId, quotaId: pool.id, status: 'confirmed', createdAt: now, updatedAt: now },
    });
    const { accountId } = registration;
    const sameDay = dayOf(from.startsAt.getTime()) === dayOf(now.getTime());
    await this.outbox.append(manager, [{ kind: 'moved', accountId, subjectId: there, note: reason, sameDay }], now);
    return there;
  }

  /** Whether the person has a live registration there; without a phone, one of that name made by the same account. */
  private standsIn(
    manager: EntityManager,
    { subject, accountId, nameIndex }: Registration,
    { id: sessionId }: SessionState,
  ): Promise<boolean> {
    if (subject) return manager.existsBy(Registration, { sessionId, liveSubject: subject });
    return manager.existsBy(Registration, { sessionId, accountId, nameIndex, status: In(LIVE) });
  }
}
