import { Injectable } from '@nestjs/common';
import type { PlanRow as RowWire } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Event } from '../events/event.entity';
import { EventWriter } from '../events/event.writer';
import { checkAct } from '../events/event-standing.queries';
import { sessionProblems } from '../events/session.rules';
import { lockEvents } from '../registrations/event-locks.queries';
import type { PlanImport } from './plan-import.entity';
import { blockedBecause, type PublicRow, publicRow, rowDetail } from './plan-publish.rules';
import { PlanRenewWriter } from './plan-renew.writer';
import { PlanRow } from './plan-row.entity';

export interface Published {
  row: string;
  state: 'published' | 'announced';
  eventId: string;
  sessionIds: string[];
  /** People told of a change. */
  told: number;
}

/** Makes rows public inside the caller's transaction: all of them or, by throwing, none. */
@Injectable()
export class PlanPublishWriter {
  constructor(
    private readonly events: EventWriter,
    private readonly renewals: PlanRenewWriter,
  ) {}

  /**
   * Throws PLAN_ROW_PUBLISHED, PLAN_ROWS_BLOCKED or, without `confirm`, AFFECTS_PEOPLE, with a sentence for each row
   * that stands in the way.
   */
  async publish(
    manager: EntityManager,
    caller: Caller,
    plan: PlanImport,
    rows: { wire: RowWire; row: PlanRow }[],
    { confirm, now }: { confirm: boolean; now: Date },
  ): Promise<Published[]> {
    refuse(
      'PLAN_ROW_PUBLISHED',
      rows.flatMap(({ wire }) => (isDone(wire) ? [rowDetail(wire, '已经公布了。')] : [])),
    );
    refuse(
      'PLAN_ROWS_BLOCKED',
      rows.flatMap(({ wire }) => {
        const reason = blockedBecause(wire) ?? contradiction(publicRow(wire, plan.programmeId));
        return reason ? [rowDetail(wire, reason)] : [];
      }),
    );
    await lockEvents(
      manager,
      rows.flatMap(({ row }) => row.eventId ?? []),
    );
    const published: Published[] = [];
    for (const { wire, row } of rows) {
      const next = publicRow(wire, plan.programmeId);
      try {
        published.push(await this.publishRow(manager, caller, row, next, { confirm, now, wire }));
      } catch (problem) {
        throw ofRow(problem, wire);
      }
    }
    return published;
  }

  private async publishRow(
    manager: EntityManager,
    caller: Caller,
    row: PlanRow,
    next: PublicRow,
    { confirm, now, wire }: { confirm: boolean; now: Date; wire: RowWire },
  ): Promise<Published> {
    const { event, sessionIds, told } = row.eventId
      ? await this.renewals.renew(manager, caller, row, next, { confirm, now, wire })
      : await this.first(manager, caller, next, now);
    await checkAct(manager, caller, event, 'publish');
    await this.events.publish(manager, event, now);
    const state = next.sessions.length ? 'published' : 'announced';
    const published = { ...next, sessionIds };
    await manager.update(PlanRow, { id: row.id }, { state, eventId: event.id, published, updatedAt: now });
    return { row: row.id, state, eventId: event.id, sessionIds, told };
  }

  private async first(manager: EntityManager, caller: Caller, { event: body, sessions }: PublicRow, now: Date) {
    const event: Event = await this.events.create(manager, caller, body, now);
    const sessionIds: string[] = [];
    for (const session of sessions) sessionIds.push(await this.events.addSession(manager, caller, event, session, now));
    return { event, sessionIds, told: 0 };
  }
}

/** Public as the sheet and the decisions say now. */
function isDone({ state, decided, outdated }: RowWire): boolean {
  return !outdated && (state === 'published' || (state === 'announced' && decided.act === 'announce'));
}

function contradiction({ sessions }: PublicRow): string | null {
  const [problem] = sessions.flatMap((session) => sessionProblems(session, 'session'));
  return problem ? `${problem.message}。` : null;
}

/** What making its event or session refuses (a place too small for the seats) names the row; who is affected is another question. */
function ofRow(problem: unknown, wire: RowWire): unknown {
  if (!(problem instanceof AppError) || problem.code === 'AFFECTS_PEOPLE') return problem;
  const [reason] = problem.details ?? [];
  return reason ? new AppError('PLAN_ROWS_BLOCKED', [rowDetail(wire, `${reason.message}。`)]) : problem;
}

function refuse(code: 'PLAN_ROW_PUBLISHED' | 'PLAN_ROWS_BLOCKED', details: ReturnType<typeof rowDetail>[]): void {
  if (details.length) throw new AppError(code, details);
}
