import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { type Attendance, attendanceOf } from '../check-in/attendance.rules';
import { factsOf, partiesOf } from '../check-in/door.queries';
import { EventSession } from '../events/session.entity';
import { sessionRows } from '../events/sessions.queries';
import { Programme } from '../programmes/programme.entity';
import { batchesOf, onlineOf } from '../questionnaires/results.queries';
import { resultsOf } from '../questionnaires/results.rules';
import { Suggestion } from '../suggestions/suggestion.entity';
import type { ClosingRow } from './closing.presenter';
import { ClosingReport } from './closing-report.entity';

/** Gathers what the records say of a session that is over. */
@Injectable()
export class ClosingReader {
  async row(manager: EntityManager, session: EventSession): Promise<ClosingRow> {
    const { id, eventId } = session;
    const [row] = await sessionRows(manager, [id]);
    if (!row) throw new Error(`session ${id} without its event or venue`);
    const { programmeId } = row.event;
    const programme = programmeId ? await manager.findOneBy(Programme, { id: programmeId }) : null;
    const report = await manager.findOneBy(ClosingReport, { sessionId: id });
    const batches = await batchesOf(manager, eventId, id);
    const { online, paper, together } = resultsOf(await onlineOf(manager, [id]), batches);
    return {
      row,
      report,
      closingDays: programme?.closingDays ?? null,
      attendance: await this.attendance(manager, id),
      questionnaires: {
        handedOut: batches.reduce((all, { handedOut }) => all + handedOut, 0),
        returned: paper.n ?? 0,
        online: online.n,
        answered: (together ?? paper).satisfaction?.answered ?? null,
        satisfied: (together ?? paper).satisfaction?.satisfied ?? null,
      },
      suggestions: await this.suggestions(manager, session),
    };
  }

  /** Null where no door recorded anything. */
  private async attendance(manager: EntityManager, id: string): Promise<Attendance | null> {
    const facts = (await factsOf(manager, [id])).get(id) ?? [];
    return facts.length ? attendanceOf(facts, (await partiesOf(manager, [id])).get(id) ?? []) : null;
  }

  /** What was said of the session; where it is its event's only one, of the event too. */
  private async suggestions(manager: EntityManager, { id, eventId }: EventSession): Promise<ClosingRow['suggestions']> {
    const known = ['sessionId', 'answeredAt', 'declaredAt', 'verdict'] as const;
    const said = await selectRows(manager, Suggestion, 'WHERE eventId = :eventId', { eventId }, known);
    const only = (await manager.countBy(EventSession, { eventId })) === 1;
    const own = said.filter(({ sessionId }) => sessionId === id || (only && sessionId === null));
    return {
      received: own.length,
      answered: own.filter(({ answeredAt }) => answeredAt !== null).length,
      resolved: own.filter(({ declaredAt }) => declaredAt !== null).length,
      confirmed: own.filter(({ verdict }) => verdict === 'solved').length,
    };
  }
}
