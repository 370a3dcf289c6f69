import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { Event } from '../events/event.entity';
import { Programme } from '../programmes/programme.entity';
import { restrictionKey, type Terms } from './admission.batch.rules';
import type { Invited } from './admission.rules';
import { Invitation } from './invitation.entity';
import { Restriction } from './restriction.entity';

/** The sessions' events' terms, by event. */
export async function readTerms(manager: EntityManager, sessions: string[]): Promise<Map<string, Terms>> {
  const theirs = 'SELECT eventId FROM event_sessions WHERE id IN (:sessions)';
  const [events, ruled] = await Promise.all([
    selectRows(manager, Event, `WHERE id IN (${theirs})`, { sessions }, ['id', 'questions', 'programmeId']),
    selectRows(
      manager,
      Programme,
      `WHERE noShowLimit IS NOT NULL AND id IN (SELECT programmeId FROM events WHERE id IN (${theirs}))`,
      { sessions },
      ['id'],
    ),
  ]);
  const rules = new Set(ruled.map(({ id }) => id));
  return new Map(
    events.map(({ id, questions, programmeId }) => [
      id,
      { questions: questions ?? [], programmeId: programmeId && rules.has(programmeId) ? programmeId : null },
    ]),
  );
}

/** Invitations by their code's blind index. */
export async function readInvitations(manager: EntityManager, codes: string[]): Promise<Map<string, Invited>> {
  if (!codes.length) return new Map();
  const rows = await selectRows(manager, Invitation, 'WHERE codeIndex IN (:codes)', { codes });
  return new Map(
    rows.map(({ id, quotaId, codeIndex, registrationId }) => [
      codeIndex,
      { id, quotaId, used: registrationId !== null },
    ]),
  );
}

/** Until when earlier no-shows hold these people back, by `restrictionKey`; only in programmes with such a rule. */
export async function readRestrictions(
  manager: EntityManager,
  terms: Iterable<Terms>,
  subjects: string[],
  now: Date,
): Promise<Map<string, Date>> {
  const programmes = [...new Set([...terms].flatMap(({ programmeId }) => programmeId ?? []))];
  if (!programmes.length || !subjects.length) return new Map();
  const rows = await selectRows(
    manager,
    Restriction,
    'WHERE subject IN (:subjects) AND programmeId IN (:programmes) AND clearedAt IS NULL AND until > :now ORDER BY until',
    { subjects, programmes, now },
  );
  return new Map(rows.map(({ programmeId, subject, until }) => [restrictionKey(programmeId, subject), until]));
}
