import type { PlanRow, VenueProposal } from '@openday/shared/plans';

const MOST = 3;
type Placed = Pick<PlanRow, 'venueProposals'>;

/** Known places proposed for most of these rows, the most shared first; one proposed for fewer than half would mislead. */
export function sharedProposals(rows: readonly Placed[]): VenueProposal[] {
  const all = rows.flatMap(({ venueProposals }) => venueProposals);
  const sharing = (id: string) => all.filter((each) => each.id === id).length;
  return all
    .filter(({ id }, at) => all.findIndex((each) => each.id === id) === at && sharing(id) * 2 >= rows.length)
    .sort((a, b) => sharing(b.id) - sharing(a.id))
    .slice(0, MOST);
}

/** The words all these rows have for their place, at most 60 characters; '' where they differ or one has none. */
export function sharedVenueText(rows: readonly { parsed: Pick<PlanRow['parsed'], 'venueText'> }[]): string {
  const texts = new Set(rows.map(({ parsed }) => parsed.venueText ?? ''));
  return texts.size === 1 ? [...texts][0]!.slice(0, 60) : '';
}
