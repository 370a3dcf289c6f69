import { type EntityManager, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Programme } from '../programmes/programme.entity';
import { Companion } from './companion.entity';
import { DrawEntry } from './draw-entry.entity';
import { Registration } from './registration.entity';
import { RegistrationAnswers } from './registration-answers.entity';

/** What is to go by its age: each a query whose `s` is the session, for the jobs to take pieces of and the dry run to count. */

/** What the register sheet promises: names and phones are gone this many days after the session, or fewer where its programme says so. */
export const KEPT_DAYS = 30;
/** ID numbers are asked for the door alone. */
const ID_NUMBERS_KEPT_DAYS = 1;
const DAY_MS = 86_400_000;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

interface Condition {
  sql: string;
  params: Record<string, unknown>;
}

/** Of a session `s`: the names of who came to it go now. */
export async function namesDue(manager: EntityManager, now: Date): Promise<Condition> {
  const stricter = await manager.find(Programme, {
    select: { id: true, keptDays: true },
    where: { keptDays: Not(IsNull()) },
  });
  const due: Condition = { sql: 's.endsAt < :before', params: { before: daysBefore(now, KEPT_DAYS) } };
  for (const days of new Set(stricter.map(({ keptDays }) => keptDays!))) {
    const its = `SELECT id FROM ${manager.connection.getMetadata(Event).tableName} WHERE programmeId IN (:...of${days})`;
    due.sql += ` OR (s.endsAt < :before${days} AND s.eventId IN (${its}))`;
    due.params[`before${days}`] = daysBefore(now, days);
    due.params[`of${days}`] = stricter.filter(({ keptDays }) => keptDays === days).map(({ id }) => id);
  }
  return { ...due, sql: `(${due.sql})` };
}

/** Registrations `r` whose names, phones, companions, answers and reasons go. */
export async function dueNames(manager: EntityManager, now: Date): Promise<SelectQueryBuilder<Registration>> {
  const { sql, params } = await namesDue(manager, now);
  return manager
    .createQueryBuilder(Registration, 'r')
    .innerJoin(EventSession, 's', 's.id = r.sessionId')
    .where(`r.nameIndex <> '' AND ${sql}`, params);
}

export async function dueCompanions(manager: EntityManager, now: Date): Promise<SelectQueryBuilder<Registration>> {
  return (await dueNames(manager, now)).innerJoin(Companion, 'c', 'c.registrationId = r.id');
}

export async function dueAnswers(manager: EntityManager, now: Date): Promise<SelectQueryBuilder<Registration>> {
  return (await dueNames(manager, now)).innerJoin(RegistrationAnswers, 'a', 'a.registrationId = r.id');
}

/** Answers `a` whose ID numbers go. */
export function dueIdNumbers(manager: EntityManager, now: Date): SelectQueryBuilder<RegistrationAnswers> {
  return manager
    .createQueryBuilder(RegistrationAnswers, 'a')
    .innerJoin(EventSession, 's', 's.id = a.sessionId')
    .where('s.endsAt < :before AND a.idNumbers IS NOT NULL', { before: daysBefore(now, ID_NUMBERS_KEPT_DAYS) });
}

/** Lines `d` of drawn lists whose masked names go. */
export async function dueListNames(manager: EntityManager, now: Date): Promise<SelectQueryBuilder<DrawEntry>> {
  const { sql, params } = await namesDue(manager, now);
  return manager
    .createQueryBuilder(DrawEntry, 'd')
    .innerJoin(EventSession, 's', 's.id = d.sessionId')
    .where(`d.maskedName <> '' AND ${sql}`, params);
}
