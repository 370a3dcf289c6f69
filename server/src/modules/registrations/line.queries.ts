import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { Registration } from './registration.entity';

/** By id: who of these sessions waits, and its place in the line for its quota, 1 = next. Reads nothing where none of them waits. */
export async function placesInLine(
  manager: EntityManager,
  registrations: Pick<Registration, 'sessionId' | 'status'>[],
): Promise<Map<string, number>> {
  const waiting = registrations.filter(({ status }) => status === 'waitlisted');
  if (!waiting.length) return new Map();
  const line = await selectRows(
    manager,
    Registration,
    "WHERE sessionId IN (:sessions) AND status = 'waitlisted' ORDER BY waitNumber",
    { sessions: [...new Set(waiting.map(({ sessionId }) => sessionId))] },
    ['id', 'quotaId'],
  );
  const before = new Map<string, number>();
  return new Map(
    line.map(({ id, quotaId }) => {
      const place = (before.get(quotaId) ?? 0) + 1;
      before.set(quotaId, place);
      return [id, place];
    }),
  );
}
