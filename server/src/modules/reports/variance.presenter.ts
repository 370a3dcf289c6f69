import type { Variance } from '@openday/shared/board';
import type { AttendanceRow } from '@openday/shared/reports';
import { disagreement, offPlan } from '@openday/shared/variance';
import type { ClosingReport } from '../closing/closing-report.entity';

/** `report` null = not begun. A unit reads its own drafts: what it has not published is said here as well. */
export function presentVariance(row: AttendanceRow, report: ClosingReport | null): Variance {
  return {
    row,
    count: disagreement(row),
    plan: offPlan(row),
    said: report && {
      actual: report.actual,
      source: report.source,
      countReasons: report.countReasons,
      countNote: report.countNote,
      planReasons: report.planReasons,
      planNote: report.planNote,
    },
  };
}
