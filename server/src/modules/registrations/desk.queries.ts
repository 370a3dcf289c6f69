import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { EventSession } from '../events/session.entity';
import { inScope } from '../organizers/scope.queries';

/** The session, if it is of the caller's subtree; otherwise NOT_FOUND. */
export async function deskSession(manager: EntityManager, caller: Caller, id: string): Promise<EventSession> {
  const session = await inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .where('s.id = :id', { id })
    .getOne();
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}
