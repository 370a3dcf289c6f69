import type { EntityManager } from 'typeorm';
import { forUpdate } from '../../database/dialect';
import { byIndex, changeRows, selectRows } from '../../database/rows';
import { EventSession } from '../events/session.entity';
import { Quota } from '../quotas/quota.entity';
import type { SessionState } from './admission.rules';

/** Locks a session's row, then its quotas; null where there is no such session. */
export async function lockSession(manager: EntityManager, id: string): Promise<SessionState | null> {
  return (await lockSessions(manager, [id])).get(id) ?? null;
}

/** Locks the sessions' rows in id order, then their quotas in id order; those there are, by id. */
export async function lockSessions(manager: EntityManager, ids: string[]): Promise<Map<string, SessionState>> {
  const lock = `ORDER BY id ${forUpdate(manager)}`;
  const sessions = await selectRows(
    manager,
    EventSession,
    `${byIndex(manager, EventSession, 'id')} WHERE id IN (:ids) ${lock}`,
    { ids },
  );
  const quotas = await selectRows(
    manager,
    Quota,
    `${byIndex(manager, Quota, 'sessionId')} WHERE sessionId IN (:ids) ${lock}`,
    { ids },
  );
  const pools = new Map<string, Quota[]>(sessions.map(({ id }) => [id, []]));
  for (const quota of quotas) pools.get(quota.sessionId)?.push(quota);
  return new Map(sessions.map((session) => [session.id, stateOf(session, pools.get(session.id) ?? [])]));
}

function stateOf(session: EventSession, quotas: Quota[]): SessionState {
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
  await addAllTaken(manager, new Map([[quotaId, seats]]));
}

/** The same for many quotas at once, by id: a statement for each different number of seats. */
export async function addAllTaken(manager: EntityManager, added: Map<string, number>): Promise<void> {
  const alike = new Map<number, string[]>();
  for (const [id, seats] of added) if (seats) alike.set(seats, [...(alike.get(seats) ?? []), id]);
  for (const [seats, ids] of alike) {
    const changed = await changeRows(
      manager,
      `UPDATE quotas ${byIndex(manager, Quota, 'id')} SET taken = taken + :seats
       WHERE id IN (:ids) AND (:seats < 0 OR taken + :seats <= capacity) AND taken + :seats >= 0`,
      { seats, ids },
    );
    if (changed !== ids.length) throw new Error(`not all of the quotas ${ids} can take ${seats} more`);
  }
}
