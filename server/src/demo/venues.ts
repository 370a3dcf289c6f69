import { BUREAU_VENUES } from './bureau-venues';
import { TOWN_VENUES } from './town-venues';

/** Plausible points (GCJ-02); road numbers are invented. */
export const VENUES = { ...TOWN_VENUES, ...BUREAU_VENUES };

export type VenueKey = keyof typeof VENUES;
