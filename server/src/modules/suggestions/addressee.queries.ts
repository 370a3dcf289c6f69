import type { NewSuggestion } from '@openday/shared/suggestions';
import { type EntityManager, IsNull } from 'typeorm';
import { AppError } from '../../http/app-error';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';

export interface Addressee {
  organizerId: string;
  eventId: string | null;
  sessionId: string | null;
}

const PUBLIC = ['announced', 'published', 'cancelled', 'closed'];

/**
 * Who has to answer: the unit of what it is about, the district where it is about nothing in particular; of a complaint
 * the unit above, where there is one. Throws NOT_FOUND for what residents cannot see.
 */
export async function addresseeOf(manager: EntityManager, said: NewSuggestion): Promise<Addressee> {
  const about = await aboutOf(manager, said);
  if (said.kind !== 'complaint') return about;
  const { parentId } = await manager.findOneByOrFail(Organizer, { id: about.organizerId });
  return { ...about, organizerId: parentId ?? about.organizerId };
}

async function aboutOf(manager: EntityManager, said: NewSuggestion): Promise<Addressee> {
  if (said.sessionId) {
    const session = await manager.findOneBy(EventSession, { id: said.sessionId });
    if (!session?.publishedAt) throw new AppError('NOT_FOUND');
    return { organizerId: session.organizerId, eventId: session.eventId, sessionId: session.id };
  }
  if (said.eventId) {
    const event = await manager.findOneBy(Event, { id: said.eventId });
    if (!event || !PUBLIC.includes(event.state)) throw new AppError('NOT_FOUND');
    return { organizerId: event.organizerId, eventId: event.id, sessionId: null };
  }
  const where = said.organizerId ? { id: said.organizerId } : { parentId: IsNull() };
  const organizer = await manager.findOne(Organizer, { where, order: { id: 'ASC' } });
  if (!organizer) throw new AppError('NOT_FOUND');
  return { organizerId: organizer.id, eventId: null, sessionId: null };
}
