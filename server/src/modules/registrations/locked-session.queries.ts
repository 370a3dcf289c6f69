import type { EntityManager } from 'typeorm';
import { lockMode } from '../../database/dialect';
import { EventSession } from '../events/session.entity';
import { Quota } from '../quotas/quota.entity';
import type { SessionState } from './admission.rules';

/** Locks a session's row, then its quotas in id order; null where there is no such session. */
export async function lockSession(manager: EntityManager, id: string): Promise<SessionState | null> {
  const lock = lockMode(manager);
  const session = await manager.findOne(EventSession, { where: { id }, lock });
  if (!session) return null;
  const quotas = await manager.find(Quota, { where: { sessionId: id }, order: { id: 'ASC' }, lock });
  return {
    mode: session.mode,
    published: session.publishedAt !== null,
    cancelled: session.cancelledAt !== null,
    startsAt: session.startsAt,
    opensAt: session.opensAt,
    closesAt: session.closesAt,
    partyMax: session.partyMax,
    waiting: session.waiting,
    waitNumber: session.waitNumber,
    pools: quotas.map(({ id, capacity, taken, isDefault }) => ({ id, capacity, taken, isDefault })),
  };
}

/** Adds to a quota's taken seats; throws when more would pass its capacity or fewer go below none, whatever we thought. */
export async function addTaken(manager: EntityManager, quotaId: string, seats: number): Promise<void> {
  if (seats === 0) return;
  const guarded = await manager
    .createQueryBuilder()
    .update(Quota)
    .set({ taken: () => `taken + ${Number(seats)}` })
    .where('id = :quotaId AND (:seats < 0 OR taken + :seats <= capacity) AND taken + :seats >= 0', { quotaId, seats })
    .execute();
  if (guarded.affected !== 1) throw new Error(`quota ${quotaId} cannot take ${seats} more`);
}
