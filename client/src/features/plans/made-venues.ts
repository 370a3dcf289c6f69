import type { NewVenue } from '@openday/shared/places';
import type { PlanImport } from '@openday/shared/plans';

/** New places decided for rows of a sheet, each once: the register does not know them before they are published. */
export function madeVenues({ items }: Pick<PlanImport, 'items'>): NewVenue[] {
  const all = items.flatMap(({ decided }) => (decided.venue && !decided.venueId ? [decided.venue] : []));
  return all.filter(({ name }, place) => all.findIndex((each) => each.name === name) === place);
}
