import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { attendanceOf } from '../check-in/attendance.rules';
import { CheckIn } from '../check-in/check-in.entity';
import { Registration } from '../registrations/registration.entity';
import { mayAnswer } from './response.rules';

export interface Guest {
  registration: Registration;
  /** The door saw them. */
  came: boolean;
}

const FACT = ['id', 'deviceId', 'seq', 'kind', 'registrationId', 'ref', 'seats', 'at'] as const;

/** The caller's registrations for a session that may be answered for: own first, then by proxy, in order of making. */
export async function guestsOf(manager: EntityManager, sessionId: string, accountId: string): Promise<Guest[]> {
  const own = await manager.find(Registration, { where: { sessionId, accountId }, order: { id: 'ASC' } });
  if (!own.length) return [];
  const tail = "WHERE sessionId = :sessionId AND (registrationId IN (:ids) OR kind = 'undo')";
  const facts = await selectRows(manager, CheckIn, tail, { sessionId, ids: own.map(({ id }) => id) }, FACT);
  const { arrivals } = attendanceOf(
    facts.map((fact) => ({ ...fact, at: fact.at.getTime() })),
    own,
  );
  const guests = own.map((registration) => ({ registration, came: arrivals.has(registration.id) }));
  return guests
    .filter(({ registration, came }) => mayAnswer(registration.status, came))
    .sort((a, b) => Number(a.registration.relation !== null) - Number(b.registration.relation !== null));
}
