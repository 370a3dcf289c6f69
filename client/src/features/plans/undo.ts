import type { PlanDecision } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';

/** A step that was decided, and what stood before it. */
export interface Done {
  plan: Id;
  /** In words: 定日期. */
  what: string;
  rows: { row: Id; index: number; before: PlanDecision }[];
}

const MOST = 100;
/** A day and then its hours, one value typed anew: one step to the clerk. */
const TOGETHER_MS = 8_000;

const useUndo = create<{ done: Done[]; at: number }>(() => ({ done: [], at: 0 }));

/** Keeps a step to be taken back. The same thing decided of the same single row within seconds is one step. */
export function remember(step: Done, now = Date.now()): void {
  const { done, at } = useUndo.getState();
  const joins = now - at < TOGETHER_MS && isSame(done.at(-1), step);
  useUndo.setState({ done: joins ? done : [...done, step].slice(-MOST), at: now });
}

/** The last step of a sheet, taken off the list; null where there is none. */
export function lastDone(plan: Id): Done | null {
  const { done } = useUndo.getState();
  const last = lastOf(done, plan);
  if (last) useUndo.setState({ done: done.filter((step) => step !== last), at: 0 });
  return last;
}

/** These rows were made public or refused: what was decided of them is not taken back any more. */
export function forgetRows(plan: Id, rows: readonly Id[]): void {
  const left = useUndo
    .getState()
    .done.filter((step) => step.plan !== plan || !step.rows.some(({ row }) => rows.includes(row)));
  useUndo.setState({ done: left, at: 0 });
}

/** The step that 撤销 would take back. */
export function useLastDone(plan: Id): Done | null {
  return useUndo(({ done }) => lastOf(done, plan));
}

function lastOf(done: readonly Done[], plan: Id): Done | null {
  return [...done].reverse().find((step) => step.plan === plan) ?? null;
}

function isSame(last: Done | undefined, step: Done): boolean {
  return (
    last !== undefined &&
    last.plan === step.plan &&
    last.what === step.what &&
    last.rows.length === 1 &&
    step.rows.length === 1 &&
    last.rows[0]?.row === step.rows[0]?.row
  );
}
