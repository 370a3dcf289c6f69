import type { EntityManager } from 'typeorm';
import { forUpdate } from '../../database/dialect';
import { byIndex, changeRows, selectRows } from '../../database/rows';
import { together } from '../../database/trips';
import { tellShown } from '../changes/changes.writer';
import { EventSession } from '../events/session.entity';
import { Quota } from '../quotas/quota.entity';
import type { Pool, SessionState } from './admission.rules';
import { takeEnterprise } from './enterprise.rules';
import { Registration } from './registration.entity';

/** Locks a session's row, then its quotas; null where there is no such session. */
export async function lockSession(manager: EntityManager, id: string): Promise<SessionState | null> {
  return (await lockSessions(manager, [id])).get(id) ?? null;
}

/** Locks the sessions' rows in id order, then their quotas in id order; those there are, by id. */
export async function lockSessions(manager: EntityManager, ids: string[]): Promise<Map<string, SessionState>> {
  const lock = `ORDER BY id ${forUpdate(manager)}`;
  const [sessions, quotas] = await Promise.all([
    selectRows(manager, EventSession, `${byIndex(manager, EventSession, 'id')} WHERE id IN (:ids) ${lock}`, { ids }),
    selectRows(manager, Quota, `${byIndex(manager, Quota, 'sessionId')} WHERE sessionId IN (:ids) ${lock}`, { ids }),
  ]);
  const pools = new Map<string, Quota[]>(sessions.map(({ id }) => [id, []]));
  for (const quota of quotas) pools.get(quota.sessionId)?.push(quota);
  const states = sessions.map((session) => stateOf(session, pools.get(session.id) ?? []));
  return new Map((await withEnterprises(manager, states)).map((state) => [state.id, state]));
}

const stateOf = (session: EventSession, quotas: Quota[]): SessionState => ({
  id: session.id,
  eventId: session.eventId,
  mode: session.mode,
  published: session.publishedAt !== null,
  cancelled: session.cancelledAt !== null,
  startsAt: session.startsAt,
  opensAt: session.opensAt,
  closesAt: session.closesAt,
  cancelsUntil: session.cancelsUntil,
  partyMax: session.partyMax,
  ceiling: session.ceiling,
  companions: session.companions,
  confirmHours: session.confirmHours,
  waiting: session.waiting,
  waitNumber: session.waitNumber,
  ticketNumber: session.ticketNumber,
  pools: quotas.map((quota) => ({
    id: quota.id,
    capacity: quota.capacity,
    taken: quota.taken,
    isDefault: quota.isDefault,
    declares: quota.declaration !== null,
    approval: quota.approval,
    invited: quota.invited,
    asksEnterprise: quota.asksEnterprise,
    perEnterprise: quota.perEnterprise,
    releasesAt: quota.releasesAt,
    byEnterprise: NO_ENTERPRISE,
  })),
});

const NO_ENTERPRISE: Pool['byEnterprise'] = new Map();

/** With the seats each enterprise holds or applied for, in pools that limit them; one query, or none. */
async function withEnterprises(manager: EntityManager, states: SessionState[]): Promise<SessionState[]> {
  const limited = states.flatMap(({ id, pools }) => (pools.some((p) => p.perEnterprise !== null) ? [id] : []));
  if (!limited.length) return states;
  const parties = await selectRows(
    manager,
    Registration,
    "WHERE sessionId IN (:limited) AND status IN ('applied', 'offered', 'confirmed')",
    { limited },
    ['quotaId', 'enterprise', 'seats'],
  );
  return states.map((state) => ({
    ...state,
    pools: state.pools.map((pool) =>
      parties
        .filter(({ quotaId }) => quotaId === pool.id)
        .reduce((sum, { enterprise, seats }) => takeEnterprise(sum, enterprise, seats), pool),
    ),
  }));
}

/**
 * Writes how locked sessions' counters changed. Throws when more seats would be taken than there are, in a pool or
 * under a ceiling, or fewer than none, whatever we thought.
 */
export async function saveStates(
  manager: EntityManager,
  changes: [before: SessionState, after: SessionState][],
): Promise<void> {
  const added = new Map<string, number>();
  for (const [before, after] of changes)
    for (const pool of after.pools) {
      const known = before.pools.find(({ id }) => id === pool.id)!;
      if (pool.capacity !== known.capacity) await resize(manager, pool, pool.taken - known.taken);
      else added.set(pool.id, pool.taken - known.taken);
    }
  const changed = changes.filter(([before, after]) => looksOther(before, after)).map(([, { id }]) => id);
  // One trip with the seats themselves.
  await together([addAllTaken(manager, added), ...(changed.length ? [tellShown(manager, { sessions: changed })] : [])]);
  for (const [before, after] of changes) {
    const { id, waiting, waitNumber, ticketNumber } = after;
    if (after.ceiling !== null && taken(after) > taken(before)) await checkCeiling(manager, after, after.ceiling);
    if (waiting !== before.waiting || waitNumber !== before.waitNumber || ticketNumber !== before.ticketNumber)
      await manager.update(EventSession, { id }, { waiting, waitNumber, ticketNumber });
  }
}

/** Adds to quotas' taken seats, by id: a statement for each different number of seats. */
async function addAllTaken(manager: EntityManager, added: Map<string, number>): Promise<void> {
  const alike = new Map<number, string[]>();
  for (const [id, seats] of added) if (seats) alike.set(seats, [...(alike.get(seats) ?? []), id]);
  await together(
    [...alike].map(async ([seats, ids]) => {
      const changed = await changeRows(
        manager,
        `UPDATE quotas ${byIndex(manager, Quota, 'id')} SET taken = taken + :seats
         WHERE id IN (:ids) AND (:seats < 0 OR taken + :seats <= capacity) AND taken + :seats >= 0`,
        { seats, ids },
      );
      if (changed !== ids.length) throw new Error(`not all of the quotas ${ids} can take ${seats} more`);
    }),
  );
}

async function resize(manager: EntityManager, { id, capacity }: Pool, seats: number): Promise<void> {
  const changed = await changeRows(
    manager,
    `UPDATE quotas SET taken = taken + :seats, capacity = :capacity
     WHERE id = :id AND (:seats < 0 OR taken + :seats <= :capacity) AND taken + :seats >= 0`,
    { id, seats, capacity },
  );
  if (changed !== 1) throw new Error(`quota ${id} cannot take ${seats} more of ${capacity}`);
}

async function checkCeiling(manager: EntityManager, { id }: SessionState, ceiling: number): Promise<void> {
  const all = Number(await manager.sum(Quota, 'taken', { sessionId: id }));
  if (all > ceiling) throw new Error(`session ${id} cannot seat ${all}`);
}

/** Whether its card shows other numbers now. */
const looksOther = (before: SessionState, after: SessionState): boolean =>
  before.waiting !== after.waiting ||
  before.pools.some(
    ({ taken, capacity }, i) => taken !== after.pools[i]?.taken || capacity !== after.pools[i]?.capacity,
  );

const taken = ({ pools }: SessionState): number => pools.reduce((sum, pool) => sum + pool.taken, 0);
