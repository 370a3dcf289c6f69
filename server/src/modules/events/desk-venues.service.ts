import { Injectable } from '@nestjs/common';
import type { DeskVenue, VenueChange } from '@openday/shared/places';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { tellShown } from '../changes/changes.writer';
import { SiteNewsWriter } from '../notifications/site-news.writer';
import { Organizer } from '../organizers/organizer.entity';
import { inScope, lockOrganizer } from '../organizers/scope.queries';
import { Venue } from '../venues/venue.entity';
import { presentDeskVenue } from '../venues/venue.presenter';
import type { VenueQueryDto } from '../venues/venues.dto';
import { EventSession } from './session.entity';

/** What of a place tells people where to go. */
const MOVES = ['name', 'address', 'lng', 'lat'] as const;

/** The places a unit may change: its own and those of the units below it; here, because sessions stand at them. */
@Injectable()
export class DeskVenuesService {
  constructor(
    private readonly database: Database,
    private readonly news: SiteNewsWriter,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller, query: VenueQueryDto): Promise<Page<DeskVenue>> {
    const manager = this.database.read;
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.cursor, 'id');
    const rows = this.own(manager, caller)
      .orderBy('venue.id', 'DESC')
      .limit(limit + 1);
    if (after) rows.andWhere('venue.id < :after', { after: after[0] });
    if (query.q) rows.andWhere('venue.name LIKE :q', { q: `%${query.q.replace(/[\\%_]/g, '')}%` });
    const venues = await rows.getMany();
    const wires = await this.present(manager, venues, await this.database.now());
    return toPage(
      venues,
      limit,
      ({ id }) => [id],
      ({ id }) => wires.get(id)!,
    );
  }

  async detail(caller: Caller, id: string): Promise<DeskVenue> {
    const manager = this.database.read;
    const venue = await this.one(manager, caller, id);
    return (await this.present(manager, [venue], await this.database.now())).get(id)!;
  }

  /**
   * Changes it inside the caller's transaction. `held`: its public sessions that are not over; `moved`: it is called or
   * found otherwise now. Throws DUPLICATE_NAME beside another of that name at the same unit, NOT_FOUND out of scope.
   */
  async change(
    manager: EntityManager,
    caller: Caller,
    id: string,
    change: Omit<VenueChange, 'confirm'>,
    now: Date,
  ): Promise<{ held: EventSession[]; moved: boolean }> {
    const before = await this.one(manager, caller, id);
    const { organizerId } = before;
    await lockOrganizer(manager, organizerId);
    const differs = (field: keyof typeof change) => change[field] !== undefined && change[field] !== before[field];
    if (differs('name') && (await manager.existsBy(Venue, { organizerId, name: change.name, id: Not(id) })))
      throw new AppError('DUPLICATE_NAME');
    if (Object.keys(change).length) await manager.update(Venue, { id }, change);
    await this.audit.append(manager, { accountId: caller.id, act: 'venue.change', target: ['venue', id] });
    const held = await manager.findBy(EventSession, {
      venueId: id,
      publishedAt: Not(IsNull()),
      cancelledAt: IsNull(),
      endsAt: MoreThan(now),
    });
    await this.news.append(
      manager,
      'session.changed',
      held.map((session) => session.id),
      now,
    );
    await tellShown(manager, { venues: [id] });
    return { held, moved: MOVES.some(differs) };
  }

  private own(manager: EntityManager, caller: Caller) {
    return inScope(manager.createQueryBuilder(Venue, 'venue'), 'venue', caller);
  }

  private async one(manager: EntityManager, caller: Caller, id: string): Promise<Venue> {
    const venue = await this.own(manager, caller).where('venue.id = :id', { id }).getOne();
    if (!venue) throw new AppError('NOT_FOUND');
    return venue;
  }

  private async present(manager: EntityManager, venues: Venue[], now: Date): Promise<Map<string, DeskVenue>> {
    if (!venues.length) return new Map();
    const organizers = await manager.findBy(Organizer, { id: In(venues.map(({ organizerId }) => organizerId)) });
    const nameOf = new Map(organizers.map(({ id, name }) => [id, name]));
    const rows = await manager
      .createQueryBuilder(EventSession, 's')
      .select('s.venueId', 'venueId')
      .addSelect('COUNT(*)', 'n')
      .where('s.venueId IN (:...ids) AND s.cancelledAt IS NULL AND s.endsAt > :now', {
        ids: venues.map(({ id }) => id),
        now,
      })
      .groupBy('s.venueId')
      .getRawMany<{ venueId: string; n: number | string }>();
    const held = new Map(rows.map(({ venueId, n }) => [venueId, Number(n)]));
    return new Map(
      venues.map((venue) => [
        venue.id,
        presentDeskVenue(venue, nameOf.get(venue.organizerId) ?? '', held.get(venue.id) ?? 0),
      ]),
    );
  }
}
