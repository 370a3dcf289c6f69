import { Injectable } from '@nestjs/common';
import type { DeskTask } from '@openday/shared/board';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { closingCards, countDue } from '../closing/closing.queries';
import { dueOf } from '../closing/closing.rules';
import { eventsSentBack, eventsToApprove } from '../events/event-standing.queries';
import { pendingDecisions } from '../registrations/desk.queries';
import { heldSuggestions } from '../suggestions/suggestion.queries';
import { owedAnswers, sessionsWithoutStaff } from './desk-tasks.queries';
import {
  approvalTask,
  byDue,
  closingTask,
  drawTask,
  endOfTomorrow,
  eventTask,
  publicationTask,
  sentBackTask,
  staffTask,
  suggestionTasks,
} from './desk-tasks.rules';

/** What waits for a desk: asked for each time, kept nowhere. */
@Injectable()
export class DeskTasksService {
  constructor(private readonly database: Database) {}

  /** Soonest due first; plans that are not public are the plan list's to say. */
  async list(caller: Caller): Promise<{ items: DeskTask[] }> {
    const manager = this.database.read;
    const now = await this.database.now();
    const [bare, events, sentBack, decisions, owed, held, unreported, reports] = await Promise.all([
      sessionsWithoutStaff(manager, caller, now, endOfTomorrow(now)),
      eventsToApprove(manager, caller),
      eventsSentBack(manager, caller),
      pendingDecisions(manager, caller, now),
      owedAnswers(manager, caller),
      heldSuggestions(manager, caller).getCount(),
      closingCards(manager, caller, { show: 'due' }, now, 0),
      countDue(manager, caller, now),
    ]);
    const soonest = unreported.map(({ session, closingDays }) => dueOf(session.endsAt, closingDays));
    return {
      items: byDue([
        ...bare.map((session) => staffTask(session, now)),
        ...(events > 0 ? [eventTask(events, now)] : []),
        ...(sentBack > 0 ? [sentBackTask(sentBack, now)] : []),
        ...decisions.flatMap((one) => [
          ...(one.applied > 0 ? [approvalTask(one)] : []),
          ...(one.drawDue ? [drawTask(one, now)] : []),
        ]),
        ...suggestionTasks(owed),
        ...(held > 0 ? [publicationTask(held, now)] : []),
        ...soonest.map((dueAt) => closingTask(dueAt, reports)),
      ]),
    };
  }
}
