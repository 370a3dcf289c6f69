import { type EntityManager, In, IsNull } from 'typeorm';
import { type Caller, DESK } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Account } from '../accounts/account.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';

/** The session, if it is of the caller's subtree; otherwise NOT_FOUND. */
export async function deskSession(manager: EntityManager, caller: Caller, id: string): Promise<EventSession> {
  const session = await inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .where('s.id = :id', { id })
    .getOne();
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}

/** The accounts at a session's desk: its unit's, or of the nearest unit above it that has any. */
export async function deskOf(manager: EntityManager, sessionId: string): Promise<string[]> {
  const { organizerId } = await manager.findOneByOrFail(EventSession, { id: sessionId });
  const { path } = await manager.findOneByOrFail(Organizer, { id: organizerId });
  const units = path.split('/').filter(Boolean).reverse();
  const accounts = await manager.findBy(Account, { organizerId: In(units), role: In(DESK), disabledAt: IsNull() });
  const nearest = units.find((unit) => accounts.some((account) => account.organizerId === unit));
  return accounts.flatMap((account) => (account.organizerId === nearest ? account.id : []));
}
