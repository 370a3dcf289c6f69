import { type CellChange, PLAN_FIELDS, type PlanField, type RawCell } from '@openday/shared/plans';
import { bare } from './plan-words.rules';

type Cells = Partial<Record<PlanField, RawCell>>;

/** The cells that read differently, white space and the row's number aside. */
export function cellChanges(before: Cells, after: Cells): CellChange[] {
  return PLAN_FIELDS.filter((field) => field !== 'no').flatMap((field) => {
    const [was, is] = [before[field]?.text ?? '', after[field]?.text ?? ''];
    return bare(was) === bare(is) ? [] : [{ field, before: was, after: is }];
  });
}
