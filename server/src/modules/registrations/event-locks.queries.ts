import { type EntityManager, In } from 'typeorm';
import { forUpdate } from '../../database/dialect';
import { byIndex, selectRows } from '../../database/rows';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { lockSessions } from './locked-session.queries';

/**
 * The one order of locks, so that no two transactions wait for each other: a plan's import, its rows · a programme ·
 * restrictions · events · sessions · their pools · everything else; of each kind in id order, and all of a kind at once
 * (docs/rules/admission.md). Retries are for what the database itself cannot avoid.
 */
export async function lockEvents(manager: EntityManager, ids: string[]): Promise<void> {
  if (!ids.length) return;
  const events = `${byIndex(manager, Event, 'id')} WHERE id IN (:ids) ORDER BY id ${forUpdate(manager)}`;
  await selectRows(manager, Event, events, { ids }, ['id']);
  const sessions = await manager.find(EventSession, { select: { id: true }, where: { eventId: In(ids) } });
  if (sessions.length)
    await lockSessions(
      manager,
      sessions.map(({ id }) => id),
    );
}
