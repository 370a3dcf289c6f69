import { PLAN_FIELDS, type PlanField } from '@openday/shared/plan-fields';
import { type PlanWarning } from '@openday/shared/plan-warnings';
import { type CellChange, type PlanDecision, type RawCell } from '@openday/shared/plans';
import { bare } from './plan-words.rules';

type Cells = Partial<Record<PlanField, RawCell>>;

/** The cells that read differently, white space and the row's number aside. */
export function cellChanges(before: Cells, after: Cells): CellChange[] {
  return PLAN_FIELDS.filter((field) => field !== 'no').flatMap((field) => {
    const [was, is] = [before[field]?.text ?? '', after[field]?.text ?? ''];
    return bare(was) === bare(is) ? [] : [{ field, before: was, after: is }];
  });
}

/** What a clerk decides of each cell. */
const DECIDED_OF: Partial<Record<PlanField, readonly (keyof PlanDecision)[]>> = {
  time: ['startsAt', 'endsAt', 'moreTimes', 'closesAt'],
  theme: ['theme'],
  content: ['content'],
  headcount: ['capacity', 'quotas'],
  unit: ['organizerId'],
  form: ['forms'],
  venue: ['venueId', 'venue'],
};

/**
 * What stays decided when cells read differently: what was decided of them was an answer to other words, and is asked
 * again. `asked`: what is asked of the row as it reads now.
 */
export function stillDecided(
  decided: PlanDecision,
  changes: readonly CellChange[],
  asked: readonly Pick<PlanWarning, 'code' | 'field'>[],
): PlanDecision {
  if (!changes.length) return decided;
  const fields = new Set(changes.map(({ field }) => field));
  const again = new Set([...fields].flatMap((field) => DECIDED_OF[field] ?? []));
  const kept = Object.entries(decided).filter(
    ([name]) => name !== 'confirmed' && !again.has(name as keyof PlanDecision),
  );
  const confirmed = decided.confirmed?.filter(
    (code) => !asked.some((one) => one.code === code && fields.has(one.field)),
  );
  return { ...Object.fromEntries(kept), ...(confirmed?.length && { confirmed }) };
}
