import type { PendingDecision } from '@openday/shared/registrants';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { deskAccounts } from '../accounts/desk-accounts.queries';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope } from '../organizers/scope.queries';

/** The session, if it is of the caller's subtree; otherwise NOT_FOUND. */
export async function deskSession(manager: EntityManager, caller: Caller, id: string): Promise<EventSession> {
  const session = await inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .where('s.id = :id', { id })
    .getOne();
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}

/** The accounts at a session's desk: its unit's, or of the nearest unit above it that has any. */
export async function deskOf(manager: EntityManager, sessionId: string): Promise<string[]> {
  const { organizerId } = await manager.findOneByOrFail(EventSession, { id: sessionId });
  return deskAccounts(manager, organizerId);
}

const MOST_PENDING = 50;

/** Sessions to come of the caller's subtree with applications to decide, or with a draw that waits for its public number. */
export async function pendingDecisions(manager: EntityManager, caller: Caller, now: Date): Promise<PendingDecision[]> {
  const applied = `(SELECT COUNT(*) FROM registrations r
    WHERE r.sessionId = s.id AND r.status = 'applied' AND r.ticketNo IS NULL)`;
  const drawDue = `(SELECT COUNT(*) FROM draws d WHERE d.sessionId = s.id AND d.drawnAt IS NULL
    AND d.publicSource IS NOT NULL AND d.drawsAt <= :now AND s.closesAt <= :now)`;
  const rows = await inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .innerJoin(Event, 'e', 'e.id = s.eventId')
    .select('s.id', 'id')
    .addSelect('e.theme', 'theme')
    .addSelect('s.startsAt', 'startsAt')
    .addSelect(applied, 'applied')
    .addSelect(drawDue, 'drawDue')
    .where('s.startsAt > :now AND s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL', { now })
    .andWhere(`(${applied} > 0 OR ${drawDue} > 0)`)
    .orderBy('s.startsAt')
    .limit(MOST_PENDING)
    .getRawMany<{ id: string; theme: string; startsAt: Date | string; applied: string; drawDue: string }>();
  return rows.map(({ id, theme, startsAt, applied: parties, drawDue: due }) => ({
    session: { id, theme, startsAt: (startsAt instanceof Date ? startsAt : new Date(`${startsAt}Z`)).toISOString() },
    applied: Number(parties),
    drawDue: Number(due) > 0,
  }));
}
