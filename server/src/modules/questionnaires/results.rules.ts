import type { Answers, Tallies } from '@openday/shared/questionnaires';
import { CLARITIES, SATISFACTIONS } from '@openday/shared/responses';

/** Results of questionnaires with their n: online, on paper, and both (docs/rules/closing.md). */

/** Fewer answers online than this would tell what each one said. */
const LEAST = 3;

const counted = <K extends string>(keys: readonly K[], of: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;

/** All of them added; null of none. */
function addTallies(list: Tallies[]): Tallies | null {
  if (!list.length) return null;
  const sum = (of: (tallies: Tallies) => number) => list.reduce((all, tallies) => all + of(tallies), 0);
  return {
    satisfaction: counted([...SATISFACTIONS, 'blank'], (key) => sum(({ satisfaction }) => satisfaction[key])),
    clarity: counted([...CLARITIES, 'blank'], (key) => sum(({ clarity }) => clarity[key])),
  };
}

const answersOf = (n: number, tallies: Tallies | null): Answers => {
  if (!tallies) return { n, tallies: null, satisfaction: null, clarity: null };
  const { veryGood, good, fair, poor, veryPoor } = tallies.satisfaction;
  const { clear, partly, unclear } = tallies.clarity;
  return {
    n,
    tallies,
    satisfaction: { answered: veryGood + good + fair + poor + veryPoor, satisfied: veryGood + good },
    clarity: { answered: clear + partly + unclear, clear },
  };
};

/** `online`: tallies of answers sent, null of none; `paper`: each batch. */
export function resultsOf(
  online: { n: number; tallies: Tallies | null },
  paper: { returned: number; tallies: Tallies | null }[],
): { online: Answers; paper: Answers; together: Answers | null } {
  const sheets = paper.reduce((all, { returned }) => all + returned, 0);
  const ticked = addTallies(paper.flatMap(({ tallies }) => tallies ?? []));
  const onPaper = answersOf(sheets, ticked);
  if (online.n > 0 && online.n < LEAST)
    return { online: { n: null, tallies: null, satisfaction: null, clarity: null }, paper: onPaper, together: null };
  const all = addTallies([online.tallies, ticked].flatMap((tallies) => tallies ?? []));
  return {
    online: answersOf(online.n, online.tallies),
    paper: onPaper,
    together: answersOf(online.n + sheets, all),
  };
}
