import { Injectable } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { Organizer } from '../organizers/organizer.entity';
import { Event } from './event.entity';
import { EventWriter } from './event.writer';
import { EventSession } from './session.entity';
import { daysAhead, slotsOf } from './slot.rules';
import { SlotPlan } from './slot-plan.entity';

const POOL = '居民';

/** Makes the sessions of standing visits, weeks ahead; a day is a transaction, and a slot that is there is not made again. */
@Injectable()
export class SlotPlanWriter {
  constructor(
    private readonly database: Database,
    private readonly events: EventWriter,
  ) {}

  /** How many sessions were made. Making twice makes none. */
  async make(plan: SlotPlan): Promise<number> {
    const days = daysAhead(dayOf((await this.database.now()).getTime()), plan.weeks);
    let made = 0;
    for (const day of days) if (slotsOf(plan, day).length) made += await this.makeDay(plan, day);
    await this.database.write((manager) =>
      manager.update(SlotPlan, { id: plan.id }, { madeUntil: days.at(-1) ?? null }),
    );
    return made;
  }

  /** Under the event's lock: of two replicas the second finds the first one's sessions. */
  private makeDay(plan: SlotPlan, day: string): Promise<number> {
    return this.database.write(async (manager) => {
      const where = { id: plan.eventId };
      const event = await manager.findOneOrFail(Event, { where, lock: lockMode(manager) });
      if (event.state === 'cancelled' || event.state === 'closed') return 0;
      const organizer = await manager.findOneByOrFail(Organizer, { id: plan.organizerId });
      const now = await databaseNow(manager);
      const there = await manager.findBy(EventSession, { eventId: event.id, venueId: plan.venueId });
      const taken = new Set(there.map(({ startsAt }) => startsAt.toISOString()));
      const missing = slotsOf(plan, day).filter(([startsAt]) => new Date(startsAt) > now && !taken.has(startsAt));
      // As the unit itself, which was in reach of the place when it made the plan.
      const unit: Caller = { id: '', role: 'organizer', organizerId: organizer.id, path: organizer.path };
      for (const [startsAt, endsAt] of missing) {
        const quotas = [{ name: POOL, capacity: plan.seats }];
        const session = { venueId: plan.venueId, startsAt, endsAt, mode: 'firstCome' as const, quotas };
        await this.events.addSession(manager, unit, event, session, now);
      }
      if (missing.length && event.state === 'published') await this.events.publish(manager, event, now);
      return missing.length;
    });
  }
}
