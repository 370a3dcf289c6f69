import { Injectable } from '@nestjs/common';
import type { NewVenue, Venue as Wire } from '@openday/shared/places';
import type { Page } from '@openday/shared/wire';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { organizerInScope } from '../organizers/scope.queries';
import { presentVenue } from './venue.presenter';
import { venuesInReach } from './venue.queries';
import { VenueWriter } from './venue.writer';
import type { VenueQueryDto } from './venues.dto';

@Injectable()
export class VenuesService {
  constructor(
    private readonly database: Database,
    private readonly venues: VenueWriter,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller, query: VenueQueryDto): Promise<Page<Wire>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.cursor, 'id');
    const rows = venuesInReach(this.database.read, caller)
      .orderBy('venue.id')
      .limit(limit + 1);
    if (after) rows.andWhere('venue.id > :after', { after: after[0] });
    if (query.q) rows.andWhere('venue.name LIKE :q', { q: `%${query.q.replace(/[\\%_]/g, '')}%` });
    return toPage(await rows.getMany(), limit, (venue) => [venue.id], presentVenue);
  }

  create(caller: Caller, body: NewVenue): Promise<Wire> {
    return this.database.write(async (manager) => {
      const organizer = await organizerInScope(manager, caller.organizerId, caller);
      const venue = await this.venues.findOrCreate(manager, organizer.id, body);
      await this.audit.append(manager, { accountId: caller.id, act: 'venue.create', target: ['venue', venue.id] });
      return presentVenue(venue);
    });
  }
}
