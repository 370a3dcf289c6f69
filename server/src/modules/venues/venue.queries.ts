import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { Venue } from './venue.entity';

/** Venues the caller may hold something at: a unit's own, those of units below it, and the halls of the units above it. */
export function venuesInReach(manager: EntityManager, caller: Caller): SelectQueryBuilder<Venue> {
  const above = (caller.path ?? '').split('/').filter(Boolean);
  return manager
    .createQueryBuilder(Venue, 'venue')
    .innerJoin(Organizer, 'o', 'o.id = venue.organizerId')
    .where('(o.path LIKE :path OR o.id IN (:...above))', { path: `${caller.path ?? '!'}%`, above: ['', ...above] });
}
