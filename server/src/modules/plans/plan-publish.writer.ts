import { Injectable } from '@nestjs/common';
import type { PublishedRows, PlanRow as RowWire } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Event } from '../events/event.entity';
import { EventWriter, eventColumns } from '../events/event.writer';
import { sessionProblems } from '../events/session.rules';
import { organizerInScope } from '../organizers/scope.queries';
import type { PlanImport } from './plan-import.entity';
import { blockedBecause, eventOf, rowDetail, sessionOf } from './plan-publish.rules';
import { PlanRow } from './plan-row.entity';

type Published = PublishedRows['items'][number];

/** Makes rows public inside the caller's transaction: all of them or, by throwing, none. */
@Injectable()
export class PlanPublishWriter {
  constructor(private readonly events: EventWriter) {}

  /** Throws PLAN_ROW_PUBLISHED or PLAN_ROWS_BLOCKED with a sentence for each row that stands in the way. */
  async publish(
    manager: EntityManager,
    caller: Caller,
    plan: PlanImport,
    rows: RowWire[],
    now: Date,
  ): Promise<Published[]> {
    const done = rows.filter(
      ({ state, decided }) => state === 'published' || (state === 'announced' && decided.act === 'announce'),
    );
    if (done.length) {
      throw new AppError(
        'PLAN_ROW_PUBLISHED',
        done.map((row) => rowDetail(row, '已经公布了。')),
      );
    }
    const blocked = rows.flatMap((row) => {
      const reason = blockedBecause(row) ?? this.contradiction(row, now);
      return reason ? [rowDetail(row, reason)] : [];
    });
    if (blocked.length) throw new AppError('PLAN_ROWS_BLOCKED', blocked);
    const published: Published[] = [];
    for (const row of rows) published.push(await this.publishRow(manager, caller, plan, row, now));
    return published;
  }

  private contradiction({ parsed, decided }: RowWire, now: Date): string | null {
    if (decided.act === 'announce') return null;
    const session = sessionOf(parsed, decided);
    if (new Date(session.endsAt) <= now) return '定的时间已经过去了，请另定一天。';
    const [problem] = sessionProblems(session, 'session');
    return problem ? `${problem.message}。` : null;
  }

  private async publishRow(
    manager: EntityManager,
    caller: Caller,
    plan: PlanImport,
    row: RowWire,
    now: Date,
  ): Promise<Published> {
    const body = eventOf(row.parsed, row.decided, plan.programmeId);
    const event = row.eventId
      ? await this.renewed(manager, row.eventId, body)
      : await this.events.create(manager, caller, body, now);
    const organizer = await organizerInScope(manager, event.organizerId, caller);
    const announce = row.decided.act === 'announce';
    const sessionId = announce
      ? null
      : await this.events.addSession(manager, event, organizer, sessionOf(row.parsed, row.decided), now);
    await this.events.publish(manager, event, now);
    const state = announce ? 'announced' : 'published';
    await manager.update(PlanRow, { id: row.id }, { state, eventId: event.id, updatedAt: now });
    return { row: row.id, state, eventId: event.id, sessionIds: sessionId ? [sessionId] : [] };
  }

  /** The announced event, brought to what has been decided since. */
  private async renewed(manager: EntityManager, id: string, body: ReturnType<typeof eventOf>): Promise<Event> {
    const event = await manager.findOneByOrFail(Event, { id });
    if (event.state !== 'announced') throw new AppError('PLAN_ROW_PUBLISHED');
    const change = { ...eventColumns(body), organizerId: body.organizerId ?? event.organizerId };
    await manager.update(Event, { id }, change);
    return Object.assign(event, change);
  }
}
