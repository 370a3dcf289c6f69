import type { Venue as Wire } from '@openday/shared/places';
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
