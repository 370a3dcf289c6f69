import { Injectable } from '@nestjs/common';
import type { NewVenue } from '@openday/shared/places';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { lockOrganizer } from '../organizers/scope.queries';
import { Venue } from './venue.entity';

/** Adds a venue inside the caller's transaction; the same name at the same unit is the same venue. */
@Injectable()
export class VenueWriter {
  constructor(private readonly ids: Ids) {}

  async findOrCreate(manager: EntityManager, organizerId: string, body: NewVenue): Promise<Venue> {
    await lockOrganizer(manager, organizerId);
    const known = await manager.findOneBy(Venue, { organizerId, name: body.name });
    if (known) return known;
    const venue = manager.create(Venue, {
      id: this.ids.next(),
      organizerId,
      name: body.name,
      address: body.address ?? '',
      lng: body.lng,
      lat: body.lat,
      capacity: body.capacity ?? null,
      access: body.access ?? [],
      transport: body.transport ?? '',
      shared: false,
      createdAt: new Date(),
    });
    await manager.insert(Venue, venue);
    return venue;
  }
}
