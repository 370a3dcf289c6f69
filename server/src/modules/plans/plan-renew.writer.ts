import { Injectable } from '@nestjs/common';
import type { PlanRow as RowWire } from '@openday/shared/plans';
import type { NewSession } from '@openday/shared/sessions';
import { type EntityManager, In } from 'typeorm';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { tellShown } from '../changes/changes.writer';
import { Event } from '../events/event.entity';
import { EventWriter, eventColumns } from '../events/event.writer';
import { EventSession } from '../events/session.entity';
import type { Organizer } from '../organizers/organizer.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { Quota } from '../quotas/quota.entity';
import { Registration } from '../registrations/registration.entity';
import type { Change } from '../registrations/session-change.rules';
import { SessionChangeWriter } from '../registrations/session-change.writer';
import { LIVE } from '../registrations/standing.rules';
import { VenueWriter } from '../venues/venue.writer';
import { type PublicRow, type PublishedRow, rowDetail } from './plan-publish.rules';
import { pairSessions } from './plan-renew.rules';
import type { PlanRow } from './plan-row.entity';
import { bare } from './plan-words.rules';

interface Renewal {
  confirm: boolean;
  now: Date;
  wire: RowWire;
}

/**
 * Brings a public row's event to what sheet and decisions say now. Only what they say differently from last time is
 * changed: what was edited on the event's own page since stays.
 */
@Injectable()
export class PlanRenewWriter {
  constructor(
    private readonly events: EventWriter,
    private readonly venues: VenueWriter,
    private readonly changes: SessionChangeWriter,
  ) {}

  /** Throws AFFECTS_PEOPLE, named by the row, unless confirmed. */
  async renew(manager: EntityManager, caller: Caller, row: PlanRow, next: PublicRow, renewal: Renewal) {
    // Locked: a neighbour's cancellation between this look and the writes below would be undone.
    const where = { id: row.eventId! };
    const event = await manager.findOneOrFail(Event, { where, lock: lockMode(manager) });
    if (event.state === 'cancelled')
      throw new AppError('PLAN_ROWS_BLOCKED', [rowDetail(renewal.wire, '活动已经取消了。')]);
    const before: PublishedRow = row.published ?? { event: next.event, sessions: [], sessionIds: [] };
    const organizer = await organizerInScope(manager, next.event.organizerId ?? event.organizerId, caller);
    const renamed = await this.renewEvent(manager, event, before, next, organizer);
    const { kept, added, ended } = pairSessions(before, next.sessions);
    const sessionIds = new Map<NewSession, string>();
    let told = 0;
    for (const { id, was, is } of kept) {
      told += await this.renewSession(manager, caller, organizer, { id, was, is, renamed }, renewal);
      sessionIds.set(is, id);
    }
    for (const id of ended) told += await this.end(manager, caller, id, renewal);
    for (const session of added)
      sessionIds.set(session, await this.events.addSession(manager, caller, event, session, renewal.now));
    return { event, sessionIds: next.sessions.map((session) => sessionIds.get(session)!), told };
  }

  /** Whether it is called otherwise now. */
  private async renewEvent(
    manager: EntityManager,
    event: Event,
    before: PublishedRow,
    next: PublicRow,
    organizer: Organizer,
  ): Promise<boolean> {
    const [was, is] = [eventColumns(before.event), eventColumns(next.event)];
    const columns = Object.fromEntries(
      Object.entries(is).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]),
      ),
    );
    const moved = organizer.id !== event.organizerId && {
      organizerId: organizer.id,
      contactName: organizer.contactName,
      contactPhone: organizer.contactPhone,
    };
    const change = { ...columns, ...moved };
    if (!Object.keys(change).length) return false;
    await manager.update(Event, { id: event.id }, change);
    if (moved) await manager.update(EventSession, { eventId: event.id }, { organizerId: organizer.id });
    await tellShown(manager, { events: [event.id] });
    const { theme } = event;
    Object.assign(event, change);
    return bare(event.theme) !== bare(theme);
  }

  private async renewSession(
    manager: EntityManager,
    caller: Caller,
    organizer: Organizer,
    { id, was, is, renamed }: { id: string; was: NewSession; is: NewSession; renamed: boolean },
    { confirm, now, wire }: Renewal,
  ): Promise<number> {
    const change: Change = { confirm, ...(renamed && { renamed }) };
    if (was.startsAt !== is.startsAt) change.startsAt = is.startsAt;
    if (was.endsAt !== is.endsAt) change.endsAt = is.endsAt;
    if (was.closesAt !== is.closesAt) change.closesAt = is.closesAt ?? is.startsAt;
    if (was.venueId !== is.venueId || was.venue?.name !== is.venue?.name)
      change.venueId = is.venueId ?? (await this.venues.findOrCreate(manager, organizer.id, is.venue!)).id;
    if (was.mode !== is.mode || poolNames(was) !== poolNames(is))
      throw new AppError('PLAN_ROWS_BLOCKED', [rowDetail(wire, '报名方式已经公布了，请到活动页里修改。')]);
    const quotas = await manager.findBy(Quota, { sessionId: id });
    const capacities = (is.quotas ?? []).flatMap(({ name, capacity }) => {
      const quota = quotas.find((one) => one.name === name);
      const same = was.quotas?.find((one) => one.name === name)?.capacity === capacity;
      return quota && !same ? [{ id: quota.id, capacity }] : [];
    });
    if (capacities.length) change.quotas = capacities;
    if (Object.keys(change).length === 1) return 0;
    return (await this.named(wire, () => this.changes.change(manager, caller, { id }, change, now))).told;
  }

  private async end(
    manager: EntityManager,
    caller: Caller,
    id: string,
    { confirm, now, wire }: Renewal,
  ): Promise<number> {
    const live = await manager.countBy(Registration, { sessionId: id, status: In(LIVE) });
    if (live && !confirm)
      throw new AppError('AFFECTS_PEOPLE', [rowDetail(wire, `有一场不办了，已报名的 ${live} 份会收到取消通知`)]);
    const cancelled = () => this.changes.cancel(manager, caller, { id }, '计划调整，这一场不办了', now);
    return (await this.named(wire, cancelled)).told;
  }

  /** A refusal says which row it is about. */
  private async named<T>(wire: RowWire, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof AppError) || !error.details) throw error;
      throw new AppError(
        error.code,
        error.details.map(({ message }) => rowDetail(wire, message)),
      );
    }
  }
}

const poolNames = ({ quotas = [] }: NewSession): string => quotas.map(({ name }) => name).join('\n');
