import { Injectable } from '@nestjs/common';
import type { DeskVenue, VenueChange } from '@openday/shared/places';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { DeskVenuesService } from '../events/desk-venues.service';
import type { EventSession } from '../events/session.entity';
import { OutboxWriter, type Told } from '../notifications/outbox.writer';
import { Registration } from './registration.entity';
import { effects } from './session-change.rules';
import { LIVE } from './standing.rules';
import { everybody } from './told.queries';

/** What a unit changes of its places; here, because those registered for something there are told. */
@Injectable()
export class VenueChangesService {
  constructor(
    private readonly database: Database,
    private readonly venues: DeskVenuesService,
    private readonly outbox: OutboxWriter,
  ) {}

  /** Throws AFFECTS_PEOPLE with how many where it is called or found otherwise and `confirm` is not said. */
  async change(caller: Caller, id: string, { confirm = false, ...change }: VenueChange): Promise<DeskVenue> {
    await this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const { held, moved } = await this.venues.change(manager, caller, id, change, now);
      if (moved && held.length) await this.tell(manager, held, confirm, now);
    });
    return this.venues.detail(caller, id);
  }

  private async tell(manager: EntityManager, held: EventSession[], confirm: boolean, now: Date): Promise<void> {
    const eventOf = new Map(held.map((session) => [session.id, session.eventId]));
    const live = await manager.findBy(Registration, { sessionId: In([...eventOf.keys()]), status: In(LIVE) });
    const effect = effects({ told: new Set(live.map(({ accountId }) => accountId)).size, displacedSeats: 0 });
    if (effect.length && !confirm) throw new AppError('AFFECTS_PEOPLE', effect);
    const told: Told[] = [];
    for (const eventId of new Set(eventOf.values())) {
      const there = live.filter(({ sessionId }) => eventOf.get(sessionId) === eventId);
      told.push(...(await everybody(manager, eventId, there, 'changed', now)));
    }
    await this.outbox.append(manager, told, now);
  }
}
