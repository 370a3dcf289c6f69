import type { PlanRow } from '@openday/shared/plans';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { useVenues } from '@/features/venues/useVenues';
import type { Names } from './settled';

/** The names of the unit and the place a row is decided to have; null where none is. */
export function useNames({ decided, parsed }: PlanRow): Names {
  const { units } = useMyUnits();
  const { venues } = useVenues('');
  const unit = decided.organizerId ?? parsed.organizerId;
  return {
    unit: units.find(({ id }) => id === unit)?.name ?? null,
    venue: venues.find(({ id }) => id === decided.venueId)?.name ?? decided.venue?.name ?? null,
  };
}
