import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Organizer } from '../organizers/organizer.entity';
import { Venue } from './venue.entity';

/** Venues the caller may hold something at: a unit's own, those of units below it, the halls of the units above it, and shared ones. */
export function venuesInReach(manager: EntityManager, caller: Caller): SelectQueryBuilder<Venue> {
  const above = (caller.path ?? '').split('/').filter(Boolean);
  return manager
    .createQueryBuilder(Venue, 'venue')
    .innerJoin(Organizer, 'o', 'o.id = venue.organizerId')
    .where('(o.path LIKE :path OR o.id IN (:...above) OR venue.shared = :yes)', {
      path: `${caller.path ?? '!'}%`,
      above: ['', ...above],
      yes: true,
    });
}

/** The venue, if the caller may hold something there; anybody else's looks like none at all. */
export async function venueInReach(manager: EntityManager, caller: Caller, id: string): Promise<Venue> {
  const venue = await venuesInReach(manager, caller).andWhere('venue.id = :id', { id }).getOne();
  if (!venue) throw new AppError('NOT_FOUND');
  return venue;
}
