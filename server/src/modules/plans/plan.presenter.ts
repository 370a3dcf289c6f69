import type { PlanField } from '@openday/shared/plan-fields';
import type {
  PlanImportSummary,
  PlanImport as PlanImportWire,
  PlanValues,
  RawCell,
  RowChange,
  PlanRow as RowWire,
} from '@openday/shared/plans';
import { cellChanges } from './plan-diff.rules';
import type { PlanImport } from './plan-import.entity';
import { differs, publicRow } from './plan-publish.rules';
import type { PlanRow } from './plan-row.entity';
import type { Finding } from './plan-sheet.rules';
import { isAnnounceable, isPublishable, needsOf, warningsOf } from './plan-warnings.rules';

/** What is kept sealed of a row. */
export interface ReadRow {
  cells: Partial<Record<PlanField, RawCell>>;
  values: PlanValues;
  findings: Finding[];
}

interface Around {
  programmeId: string | null;
  /** Its event was cancelled since. */
  cancelled: boolean;
  now: Date;
}

/** `before`: the row's cells in the import before, where they were others. */
export function presentRow(
  row: PlanRow,
  { cells, values, findings }: ReadRow,
  before: ReadRow['cells'] | null,
  { programmeId, cancelled, now }: Around,
): RowWire {
  const { decided } = row;
  const warnings = warningsOf(findings, decided);
  const all = [...needsOf(values, decided, warnings, row.state === 'published' ? null : now), ...warnings];
  const state = cancelled ? 'skipped' : row.state;
  const left = row.change === 'gone' && !decided.keep;
  const publishable = !cancelled && !left && row.state !== 'skipped' && isPublishable(all);
  const announceable = state === 'draft' && !left && isAnnounceable(values, decided, warnings);
  const settled = decided.act === 'announce' ? values.window !== null : publishable;
  const outdated =
    row.published !== null &&
    !cancelled &&
    !left &&
    (!settled || differs(row.published, publicRow({ parsed: values, decided }, programmeId)));
  return {
    id: row.id,
    index: row.position,
    state,
    raw: cells,
    parsed: values,
    decided,
    warnings: all,
    publishable: publishable && (row.state !== 'published' || outdated),
    announceable: announceable || (row.state === 'announced' && decided.act === 'announce' && outdated),
    change: row.change,
    changes: before ? cellChanges(before, cells) : [],
    outdated,
    venueProposals: [],
    eventId: row.eventId,
  };
}

/** What the last import changed, or null. */
export function presentDiff({ reimportedAt }: PlanImport, rows: readonly PlanRow[]): PlanImportWire['diff'] {
  if (!reimportedAt) return null;
  const of = (change: RowChange) => rows.filter((row) => row.change === change).length;
  return {
    at: reimportedAt.toISOString(),
    added: of('new'),
    changed: of('changed'),
    gone: of('gone'),
    same: of('same'),
  };
}

export function presentSummary(
  { id, title, year, createdAt }: PlanImport,
  counts: { rows: number; published: number },
): PlanImportSummary {
  return { id, title, year, rows: counts.rows, published: counts.published, createdAt: createdAt.toISOString() };
}
