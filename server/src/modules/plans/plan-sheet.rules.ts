import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanWarningCode } from '@openday/shared/plan-warnings';
import type { RawCell } from '@openday/shared/plans';

/** One row as the readers find it, whatever the file was. */
export interface SheetRow {
  cells: Partial<Record<PlanField, RawCell>>;
  /** Cells put together from both sides of a page break, with the part that came later. */
  torn: { field: PlanField; tail: string }[];
  /** Cells whose edges the sheet does not mark, and that may end elsewhere. */
  unsure?: PlanField[];
  /** Text of the row that belongs to no column. */
  stray: RawCell | null;
}

/** A sheet before anything in it is understood. */
export interface PlanSheet {
  /** What stands above the table, line by line. */
  preface: string[];
  /** What stands below it. */
  closing: string[];
  /** The fields the sheet has columns for. */
  fields: PlanField[];
  rows: SheetRow[];
  /** The columns' names as they stand. */
  header?: string;
  /** A notice: its title may have to stand for a theme. */
  prose?: boolean;
}

/** Cells by row and column, as a file has them; `rows[i].cells[j]` may be empty text. */
export interface Grid {
  rows: RawCell[][];
  /** Text outside of the table. */
  preface: string[];
  closing: string[];
}

/** Something a careful clerk would ask about. */
export interface Finding {
  code: PlanWarningCode;
  field: PlanField;
  message: string;
  raw: string | null;
}

export function finding(code: PlanWarningCode, field: PlanField, message: string, raw: string | null = null): Finding {
  return { code, field, message, raw };
}

export function textOf(row: SheetRow, field: PlanField): string {
  return row.cells[field]?.text ?? '';
}
