import type { Tallies } from '@openday/shared/questionnaires';
import { CLARITIES, type Clarity, SATISFACTIONS, type Satisfaction } from '@openday/shared/responses';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { PaperBatch } from './paper-batch.entity';
import { Response } from './response.entity';

/** Answers sent for one of these sessions, ticked together; none: null. */
export async function onlineOf(
  manager: EntityManager,
  sessionIds: string[],
): Promise<{ n: number; tallies: Tallies | null }> {
  const rows = sessionIds.length
    ? await selectRows(manager, Response, 'WHERE sessionId IN (:sessionIds)', { sessionIds }, [
        'satisfaction',
        'clarity',
      ])
    : [];
  if (!rows.length) return { n: 0, tallies: null };
  const satisfied = (key: Satisfaction) => rows.filter(({ satisfaction }) => satisfaction === key).length;
  const told = (key: Clarity) => rows.filter(({ clarity }) => clarity === key).length;
  const satisfaction = Object.fromEntries(SATISFACTIONS.map((key) => [key, satisfied(key)]));
  const clarity = Object.fromEntries(CLARITIES.map((key) => [key, told(key)]));
  const tallies = { satisfaction: { ...satisfaction, blank: 0 }, clarity: { ...clarity, blank: 0 } } as Tallies;
  return { n: rows.length, tallies };
}

/** An event's batches, or one of its sessions', in order of entry. */
export function batchesOf(manager: EntityManager, eventId: string, sessionId: string | null): Promise<PaperBatch[]> {
  return manager.find(PaperBatch, { where: { eventId, ...(sessionId && { sessionId }) }, order: { id: 'ASC' } });
}
