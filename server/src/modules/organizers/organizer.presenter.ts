import type { PlaceGroup, Organizer as Wire } from '@openday/shared/places';
import type { Organizer } from './organizer.entity';

export const presentOrganizer = ({ id, name, parentId }: Organizer): Wire => ({ id, name, parentId });

/** Units with a place, grouped under the nearest unit above that has one, or the district. */
export function presentPlaces(all: Organizer[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const { id, placeName, lng, lat, parentId } of all) {
    if (placeName === null || lng === null || lat === null) continue;
    const name = all.find((o) => o.id === parentId)?.placeName ?? placeName;
    const group = groups.get(name) ?? { name, places: [] };
    group.places.push({ id, name: placeName, lng, lat });
    groups.set(name, group);
  }
  return [...groups.values()];
}
