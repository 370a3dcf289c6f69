import type { PlanRow as RowWire, VenueProposal } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { venuesInReach } from '../venues/venue.queries';
import { venuesLike } from './plan-venue-match.rules';

/** The rows, each without a decided place with the known ones its words may mean: looked up now, in one query for all. */
export async function withVenueProposals(manager: EntityManager, caller: Caller, rows: RowWire[]): Promise<RowWire[]> {
  const asks = ({ parsed, decided }: RowWire) => (decided.venueId || decided.venue ? null : parsed.venueText);
  const texts = new Set(rows.flatMap((row) => asks(row) ?? []));
  if (texts.size === 0) return rows;
  const venues = await venuesInReach(manager, caller).select(['venue.id', 'venue.name']).orderBy('venue.id').getMany();
  const like = new Map<string, VenueProposal[]>([...texts].map((text) => [text, venuesLike(text, venues)]));
  return rows.map((row) => ({ ...row, venueProposals: like.get(asks(row) ?? '') ?? [] }));
}
