import type { AttendanceRow } from '@openday/shared/reports';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../../database/rows';
import { ClosingReport } from '../closing/closing-report.entity';
import type { SessionRow } from '../events/session.presenter';
import { sessionRows } from '../events/sessions.queries';
import { SessionCount } from '../registrations/session-count.entity';
import { presentAttendance } from './attendance.presenter';

const REPORT = ['sessionId', 'actual', 'source'] as const;

export interface CountedSession {
  row: SessionRow;
  figures: AttendanceRow;
}

/** These sessions with their five numbers as they are kept, in the order of `ids`. */
export async function countedSessions(manager: EntityManager, ids: string[], now: Date): Promise<CountedSession[]> {
  const counts = await selectRows(manager, SessionCount, 'WHERE sessionId IN (:ids)', { ids });
  const reports = await selectRows(manager, ClosingReport, 'WHERE sessionId IN (:ids)', { ids }, REPORT);
  const reportOf = new Map(reports.map((one) => [one.sessionId, one]));
  const countsOf = new Map(counts.map((one) => [one.sessionId, one]));
  const rows = await sessionRows(manager, ids);
  return rows.map((row) => {
    const { id } = row.session;
    return { row, figures: presentAttendance(row, countsOf.get(id) ?? null, reportOf.get(id), now) };
  });
}
