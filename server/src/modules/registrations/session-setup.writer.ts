import { Injectable } from '@nestjs/common';
import type { SessionSetup } from '@openday/shared/sessions';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { Draw } from '../events/draw.entity';
import { EventSession } from '../events/session.entity';
import { reseats, roomProblems, seatsOf, setupProblems } from '../events/setup.rules';
import { SetupWriter, setupColumns } from '../events/setup.writer';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { Invitation } from './invitation.entity';
import { lockSessions } from './locked-session.queries';
import { Registration } from './registration.entity';
import { LIVE } from './standing.rules';

/** How a session with nobody in it gives out its seats, inside the caller's transaction. */
@Injectable()
export class SessionSetupWriter {
  constructor(
    private readonly setups: SetupWriter,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Whether who may have how many seats is otherwise than before. Throws HAS_REGISTRATIONS once somebody is registered,
   * ALREADY_DRAWN, SESSION_CANCELLED, BAD_REQUEST. Scope is the caller's to check.
   */
  async setUp(manager: EntityManager, caller: Caller, id: string, setup: SessionSetup): Promise<boolean> {
    await lockEmpty(manager, [id]);
    // Read again under the lock: a neighbour may have moved it since.
    const before = await manager.findOneByOrFail(EventSession, { id });
    if (before.cancelledAt) throw new AppError('SESSION_CANCELLED');
    if (await manager.existsBy(Draw, { sessionId: id, drawnAt: Not(IsNull()) })) throw new AppError('ALREADY_DRAWN');
    const venue = await manager.findOneByOrFail(Venue, { id: before.venueId });
    const times = { startsAt: before.startsAt.toISOString(), endsAt: before.endsAt.toISOString() };
    const problems = [...setupProblems(setup, times, ''), ...roomProblems(seatsOf(setup), venue.capacity, 'quotas')];
    if (problems.length) throw new AppError('BAD_REQUEST', problems);
    const quotas = await manager.findBy(Quota, { sessionId: id });
    await manager.update(EventSession, { id }, setupColumns(setup, before.startsAt));
    const gone = await this.setups.write(manager, id, setup);
    if (gone.length) await manager.delete(Invitation, { quotaId: In(gone) });
    await tellShown(manager, { sessions: [id] });
    await this.audit.append(manager, { accountId: caller.id, act: 'session.setup', target: ['session', id] });
    return reseats({ ...before, quotas }, setup);
  }
}

/** Throws HAS_REGISTRATIONS; under the sessions' locks, so that nobody comes in between. */
export async function lockEmpty(manager: EntityManager, sessionIds: string[]): Promise<void> {
  if (!sessionIds.length) return;
  await lockSessions(manager, sessionIds);
  if (await manager.existsBy(Registration, { sessionId: In(sessionIds), status: In(LIVE) }))
    throw new AppError('HAS_REGISTRATIONS');
}
