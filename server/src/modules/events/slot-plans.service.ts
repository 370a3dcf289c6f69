import { Injectable } from '@nestjs/common';
import type { MadeSlots, NewSlotPlan, SlotPlan as Wire } from '@openday/shared/slots';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { inScope } from '../organizers/scope.queries';
import { Venue } from '../venues/venue.entity';
import { venueInReach } from '../venues/venue.queries';
import { ownEvent } from './desk-events.service';
import { Event } from './event.entity';
import { roomProblems } from './setup.rules';
import { slotProblems } from './slot.rules';
import { SlotPlan } from './slot-plan.entity';
import { presentSlotPlan } from './slot-plan.presenter';
import { SlotPlanWriter } from './slot-plan.writer';

@Injectable()
export class SlotPlansService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly slots: SlotPlanWriter,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller): Promise<{ items: Wire[] }> {
    const manager = this.database.read;
    return { items: await this.present(manager, await this.own(manager, caller).orderBy('plan.id', 'DESC').getMany()) };
  }

  /** Its first sessions are made at once. Throws BAD_REQUEST by field, NOT_FOUND out of scope. */
  async create(caller: Caller, body: NewSlotPlan): Promise<MadeSlots> {
    const plan = await this.database.write(async (manager) => {
      const event = await ownEvent(manager, caller, body.eventId);
      const venue = await venueInReach(manager, caller, body.venueId);
      const problems = [...slotProblems(body), ...roomProblems(body.seats, venue.capacity, 'seats')];
      if (problems.length) throw new AppError('BAD_REQUEST', problems);
      const made = manager.create(SlotPlan, {
        ...body,
        weekdays: [...body.weekdays].sort(),
        id: this.ids.next(),
        organizerId: event.organizerId,
        pausedAt: null,
        madeUntil: null,
        claimedAt: null,
        createdAt: await databaseNow(manager),
      });
      await manager.insert(SlotPlan, made);
      await this.audit.append(manager, { accountId: caller.id, act: 'slots.create', target: ['slotPlan', made.id] });
      return made;
    });
    return this.made(plan);
  }

  async make(caller: Caller, id: string): Promise<MadeSlots> {
    return this.made(await this.one(this.database.read, caller, id));
  }

  /** Sessions that are there stay; the page of each cancels it. */
  change(caller: Caller, id: string, paused: boolean): Promise<Wire> {
    return this.database.write(async (manager) => {
      const plan = await this.one(manager, caller, id);
      const pausedAt = paused ? await databaseNow(manager) : null;
      await manager.update(SlotPlan, { id }, { pausedAt });
      const act = paused ? 'slots.pause' : 'slots.resume';
      await this.audit.append(manager, { accountId: caller.id, act, target: ['slotPlan', id] });
      return (await this.present(manager, [{ ...plan, pausedAt }]))[0]!;
    });
  }

  private async made(plan: SlotPlan): Promise<MadeSlots> {
    const made = plan.pausedAt ? 0 : await this.slots.make(plan);
    const manager = this.database.read;
    const now = await manager.findOneByOrFail(SlotPlan, { id: plan.id });
    return { made, plan: (await this.present(manager, [now]))[0]! };
  }

  private own(manager: EntityManager, caller: Caller) {
    return inScope(manager.createQueryBuilder(SlotPlan, 'plan'), 'plan', caller);
  }

  private async one(manager: EntityManager, caller: Caller, id: string): Promise<SlotPlan> {
    const plan = await this.own(manager, caller).where('plan.id = :id', { id }).getOne();
    if (!plan) throw new AppError('NOT_FOUND');
    return plan;
  }

  private async present(manager: EntityManager, plans: SlotPlan[]): Promise<Wire[]> {
    const events = await manager.findBy(Event, { id: In(plans.map(({ eventId }) => eventId)) });
    const venues = await manager.findBy(Venue, { id: In(plans.map(({ venueId }) => venueId)) });
    return plans.map((plan) =>
      presentSlotPlan(
        plan,
        events.find(({ id }) => id === plan.eventId)?.theme ?? '',
        venues.find(({ id }) => id === plan.venueId)?.name ?? '',
      ),
    );
  }
}
