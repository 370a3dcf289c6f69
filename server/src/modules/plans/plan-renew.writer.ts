import { Injectable } from '@nestjs/common';
import type { NewSession } from '@openday/shared/events';
import type { PlanRow as RowWire } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Event } from '../events/event.entity';
import { EventWriter, eventColumns } from '../events/event.writer';
import { EventSession } from '../events/session.entity';
import type { Organizer } from '../organizers/organizer.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { type PublicRow, type PublishedRow, rowDetail } from './plan-publish.rules';
import { pairSessions } from './plan-renew.rules';
import type { PlanRow } from './plan-row.entity';

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
  constructor(private readonly events: EventWriter) {}

  /** Throws AFFECTS_PEOPLE, named by the row, unless confirmed. */
  async renew(manager: EntityManager, caller: Caller, row: PlanRow, next: PublicRow, renewal: Renewal) {
    const event = await manager.findOneByOrFail(Event, { id: row.eventId! });
    if (event.state === 'cancelled')
      throw new AppError('PLAN_ROWS_BLOCKED', [rowDetail(renewal.wire, '活动已经取消了。')]);
    const before: PublishedRow = row.published ?? { event: next.event, sessions: [], sessionIds: [] };
    const organizer = await organizerInScope(manager, next.event.organizerId ?? event.organizerId, caller);
    await this.renewEvent(manager, event, before, next, organizer);
    const { kept, added, ended } = pairSessions(before, next.sessions);
    const sessionIds = new Map<NewSession, string>();
    for (const { id, is } of kept) sessionIds.set(is, id);
    if (ended.length) throw new AppError('PLAN_ROW_PUBLISHED', [rowDetail(renewal.wire, '请到活动页里取消。')]);
    for (const session of added)
      sessionIds.set(session, await this.events.addSession(manager, event, organizer, session, renewal.now));
    return { event, sessionIds: next.sessions.map((session) => sessionIds.get(session)!), told: 0 };
  }

  private async renewEvent(
    manager: EntityManager,
    event: Event,
    before: PublishedRow,
    next: PublicRow,
    organizer: Organizer,
  ): Promise<void> {
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
    if (!Object.keys(change).length) return;
    await manager.update(Event, { id: event.id }, change);
    if (moved) await manager.update(EventSession, { eventId: event.id }, { organizerId: organizer.id });
    Object.assign(event, change);
  }
}
