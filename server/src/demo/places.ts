import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntityManager } from 'typeorm';
import { Ids } from '../database/ids';
import { Organizer } from '../modules/organizers/organizer.entity';
import type { Venue } from '../modules/venues/venue.entity';
import { VenueWriter } from '../modules/venues/venue.writer';
import { type DemoUnit, UNITS, type UnitKey } from './units';
import { VENUES, type VenueKey } from './venues';

/** The tree of units; the district first. */
export async function addUnits(
  app: NestFastifyApplication,
  manager: EntityManager,
  createdAt: Date,
): Promise<Map<UnitKey, Organizer>> {
  const ids = app.get(Ids);
  const units = new Map<string, Organizer>();
  for (const [i, [key, unit]] of Object.entries<DemoUnit>(UNITS).entries()) {
    const id = ids.next();
    const parent = unit.parent === null ? null : units.get(unit.parent);
    if (parent === undefined) throw new Error(`demo: ${unit.name} stands before its parent`);
    const organizer = manager.create(Organizer, {
      id,
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${id}/`,
      name: unit.name,
      contactName: unit.contact,
      contactPhone: `0635-00000${String(i + 1).padStart(2, '0')}`,
      placeName: unit.place?.name ?? null,
      lng: unit.place?.lng ?? null,
      lat: unit.place?.lat ?? null,
      createdAt,
    });
    units.set(key, organizer);
  }
  await manager.insert(Organizer, [...units.values()]);
  return units as Map<UnitKey, Organizer>;
}

export async function addVenues(
  app: NestFastifyApplication,
  manager: EntityManager,
  units: Map<UnitKey, Organizer>,
): Promise<Map<VenueKey, Venue>> {
  const venues = new Map<string, Venue>();
  for (const [key, { unit, ...venue }] of Object.entries(VENUES))
    venues.set(key, await app.get(VenueWriter).findOrCreate(manager, units.get(unit)!.id, venue));
  return venues as Map<VenueKey, Venue>;
}
