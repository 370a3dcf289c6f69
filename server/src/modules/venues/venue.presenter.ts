import type { DeskVenue, Venue as Wire } from '@openday/shared/places';
import type { Venue } from './venue.entity';

export const presentVenue = ({ id, name, address, lng, lat, capacity, access, transport }: Venue): Wire => ({
  id,
  name,
  address,
  lng,
  lat,
  capacity,
  access,
  transport,
});

/** `upcoming`: sessions there that are not over. */
export const presentDeskVenue = (venue: Venue, organizerName: string, upcoming: number): DeskVenue => ({
  ...presentVenue(venue),
  organizer: { id: venue.organizerId, name: organizerName },
  shared: venue.shared,
  upcoming,
});
