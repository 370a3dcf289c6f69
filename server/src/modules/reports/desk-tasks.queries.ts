import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../../http/access';
import { StaffAssignment } from '../accounts/staff-assignment.entity';
import { DoorDevice } from '../check-in/door-device.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope } from '../organizers/scope.queries';
import { Quota } from '../quotas/quota.entity';
import { totalSeats } from '../quotas/quota.presenter';
import { Suggestion } from '../suggestions/suggestion.entity';
import { stageOf, statesOf } from '../suggestions/suggestion.rules';
import type { BareSession } from './desk-tasks.rules';

/** More would be no help to anybody. */
const MOST = 50;
const MOST_OWED = 500;

/** Public sessions of the caller's subtree that end after `now` and begin before `to`, at whose door nobody stands. */
export async function sessionsWithoutStaff(
  manager: EntityManager,
  caller: Caller,
  now: Date,
  to: Date,
): Promise<BareSession[]> {
  const sessions = await inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL AND s.endsAt > :now AND s.startsAt < :to', { now, to })
    .orderBy('s.startsAt')
    .getMany();
  const ids = sessions.map(({ id }) => id);
  const of = { sessionId: In(ids) };
  const [staff, devices] = await Promise.all([manager.findBy(StaffAssignment, of), manager.findBy(DoorDevice, of)]);
  const staffed = new Set(
    [...staff.filter(({ revokedAt }) => !revokedAt), ...devices].map(({ sessionId }) => sessionId),
  );
  const bare = sessions.filter(({ id }) => !staffed.has(id)).slice(0, MOST);
  const events = await manager.findBy(Event, { id: In(bare.map(({ eventId }) => eventId)) });
  const themes = new Map(events.map(({ id, theme }) => [id, theme]));
  const quotas = await manager.findBy(Quota, { sessionId: In(bare.map(({ id }) => id)) });
  return bare.map(({ id, eventId, startsAt }) => {
    const seats = totalSeats(quotas.filter(({ sessionId }) => sessionId === id));
    return { id, theme: themes.get(eventId) ?? '', startsAt, registered: seats?.taken ?? null };
  });
}

/** When each answer is due that the caller's units owe, and whether somebody took it. */
export async function owedAnswers(manager: EntityManager, caller: Caller): Promise<{ dueAt: Date; taken: boolean }[]> {
  const owed = await inScope(manager.createQueryBuilder(Suggestion, 'g'), 'g', caller)
    .where('g.state IN (:...states)', { states: [...statesOf('new'), ...statesOf('working')] })
    .orderBy('g.dueAt')
    .take(MOST_OWED)
    .getMany();
  return owed.map(({ dueAt, state }) => ({ dueAt, taken: stageOf(state) === 'working' }));
}
