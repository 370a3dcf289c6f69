import type { Tallies } from '@openday/shared/questionnaires';
import type { ErrorDetail } from '@openday/shared/wire';

/** What does not add up in a batch of paper questionnaires (docs/rules/closing.md). */

const QUESTIONS = { satisfaction: '满意度', clarity: '说清楚了吗' } as const;

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, n) => all + n, 0);

/** Empty = it adds up. Each question's ticks and blanks are the sheets that came back, and no more came back than went out. */
export function batchProblems(batch: { handedOut: number; returned: number; tallies?: Tallies | null }): ErrorDetail[] {
  const { handedOut, returned, tallies } = batch;
  const problems: ErrorDetail[] = [];
  if (returned > handedOut)
    problems.push({ field: 'returned', message: `收回 ${returned} 份，比发出的 ${handedOut} 份多` });
  if (!tallies) return problems;
  for (const question of ['satisfaction', 'clarity'] as const) {
    const off = sum(tallies[question]) - returned;
    if (off === 0) continue;
    const by = off > 0 ? `多 ${off} 份` : `少 ${-off} 份`;
    problems.push({ field: `tallies.${question}`, message: `“${QUESTIONS[question]}”加起来比收回的${by}` });
  }
  return problems;
}
