import type { PlanField, PlanImportSummary, PlanValues, RawCell, PlanRow as RowWire } from '@openday/shared/plans';
import type { PlanImport } from './plan-import.entity';
import type { PlanRow } from './plan-row.entity';
import type { Finding } from './plan-sheet.rules';
import { isAnnounceable, isPublishable, needsOf, warningsOf } from './plan-warnings.rules';

/** What is kept sealed of a row. */
export interface ReadRow {
  cells: Partial<Record<PlanField, RawCell>>;
  values: PlanValues;
  findings: Finding[];
}

export function presentRow(row: PlanRow, { cells, values, findings }: ReadRow): RowWire {
  const warnings = warningsOf(findings, row.decided);
  const all = [...needsOf(values, row.decided, warnings), ...warnings];
  const open = row.state === 'draft' || row.state === 'announced';
  return {
    id: row.id,
    index: row.position,
    state: row.state,
    raw: cells,
    parsed: values,
    decided: row.decided,
    warnings: all,
    publishable: open && isPublishable(all),
    announceable: row.state === 'draft' && isAnnounceable(values, row.decided, warnings),
    change: row.change,
    changes: [],
    outdated: false,
    eventId: row.eventId,
  };
}

export function presentSummary(
  { id, title, year, createdAt }: PlanImport,
  counts: { rows: number; published: number },
): PlanImportSummary {
  return { id, title, year, rows: counts.rows, published: counts.published, createdAt: createdAt.toISOString() };
}
