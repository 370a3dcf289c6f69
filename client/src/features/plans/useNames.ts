import type { PlanRow } from '@openday/shared/plans';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { useVenues } from '@/features/venues/useVenues';
import type { Names } from './settled';

/** The names of the unit and the place a row is decided to have; null where none is. */
export function useNames({ decided, parsed }: PlanRow): Names {
  const { units } = useMyUnits();
  const { venues } = useVenues('');
  const unit = decided.organizerId ?? parsed.organizerId;
  const known = venues.find(({ id }) => id === decided.venueId);
  return {
    unit: units.find(({ id }) => id === unit)?.name ?? null,
    venue: known?.name ?? decided.venue?.name ?? null,
    holds: known?.capacity ?? decided.venue?.capacity ?? null,
  };
}
