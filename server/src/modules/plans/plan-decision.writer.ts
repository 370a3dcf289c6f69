import { Injectable } from '@nestjs/common';
import type { PlanDecision, PlanDecisions } from '@openday/shared/plans';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { organizerInScope } from '../organizers/scope.queries';
import { venueInReach } from '../venues/venue.queries';
import { PlanRow } from './plan-row.entity';
import { lockRows } from './plan-row.queries';

/** Writes what the clerk decided inside the caller's transaction: for all these rows or, by throwing, for none. */
@Injectable()
export class PlanDecisionWriter {
  /** The rows as decided, in the order asked. Throws NOT_FOUND for a row, unit or place that is not there. */
  async decide(
    manager: EntityManager,
    caller: Caller,
    importId: string,
    items: PlanDecisions['items'],
    now: Date,
  ): Promise<PlanRow[]> {
    const ids = items.map(({ row }) => row);
    const rows = await lockRows(manager, importId, ids);
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    await this.known(manager, caller, items);
    for (const { row: id, decision, replace } of items) {
      const row = rowOf.get(id);
      if (!row) throw new AppError('NOT_FOUND');
      row.decided = withDecision(replace ? {} : row.decided, decision);
      if (row.published === null) row.state = row.decided.act === 'skip' ? 'skipped' : 'draft';
      row.updatedAt = now;
    }
    for (const { id, decided, state, updatedAt } of rowOf.values())
      await manager.update(PlanRow, { id }, { decided, state, updatedAt });
    return [...new Set(items.map(({ row }) => rowOf.get(row)!))];
  }

  private async known(manager: EntityManager, caller: Caller, items: PlanDecisions['items']): Promise<void> {
    const chosen = (of: (decision: PlanDecision) => string | undefined) => [
      ...new Set(items.flatMap(({ decision }) => of(decision) ?? [])),
    ];
    for (const id of chosen(({ organizerId }) => organizerId)) await organizerInScope(manager, id, caller);
    for (const id of chosen(({ venueId }) => venueId)) await venueInReach(manager, caller, id);
  }
}

/** A place from the register and a new one exclude each other: the later decision stands. Null takes one back. */
function withDecision(before: PlanDecision, body: PlanDecision): PlanDecision {
  const given = Object.entries({ ...before, ...JSON.parse(JSON.stringify(body)) }).filter(
    ([, value]) => value !== null,
  );
  const after = Object.fromEntries(given) as PlanDecision;
  if (body.venueId) delete after.venue;
  else if (body.venue) delete after.venueId;
  return after;
}
