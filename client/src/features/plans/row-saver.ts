import type { PlanDecision, PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import { type PlanStep, readStored, store } from '@/lib/stored';
import { forgetRows, lastDone, remember } from './undo';

interface Saver {
  /** Not yet on the server, oldest first. Kept on this machine too, so that closing the page loses none. */
  steps: PlanStep[];
  sending: boolean;
  /** Why the last attempt did not get through. */
  failure: Error | null;
  /** Something was saved since the page opened. */
  saved: boolean;
}

export const useSaver = create<Saver>(() => ({
  steps: readStored('planSteps') ?? [],
  sending: false,
  failure: null,
  saved: false,
}));

export type Change = PlanDecision | ((row: PlanRow) => PlanDecision);

/** Decides something of one row or of several at once: one step, shown at once, kept, sent. `what` names it for 撤销. */
export function decide(plan: Id, rows: readonly PlanRow[], change: Change, what: string): void {
  if (rows.length === 0) return;
  remember({
    plan,
    what,
    rows: rows.map(({ id, index, decided }) => ({ row: id, index, before: decided })),
  });
  const items = rows.map((row) => ({ row: row.id, decision: typeof change === 'function' ? change(row) : change }));
  push({ plan, items });
}

/** Puts a whole decision in the place of what was decided: a value is taken out. */
export function decideAnew(plan: Id, row: PlanRow, decision: PlanDecision, what: string): void {
  remember({ plan, what, rows: [{ row: row.id, index: row.index, before: row.decided }] });
  push({ plan, items: [{ row: row.id, decision, replace: true }] });
}

/** Takes the last step back; what it was, or null where there is none. */
export function takeBack(plan: Id): { what: string; rows: number[] } | null {
  const done = lastDone(plan);
  if (!done) return null;
  push({ plan, items: done.rows.map(({ row, before }) => ({ row, decision: before, replace: true })) });
  return { what: done.what, rows: done.rows.map(({ index }) => index) };
}

let flight: Promise<void> | null = null;

/** Sends what is kept, one step after the other; what is refused is said, not kept for ever. Ends when all is sent. */
export function sendKept(): Promise<void> {
  flight ??= sendAll().finally(() => {
    flight = null;
  });
  return flight;
}

async function sendAll(): Promise<void> {
  if (useSaver.getState().steps.length === 0) return;
  useSaver.setState({ sending: true, failure: null });
  let failure: Error | null = null;
  try {
    for (let next = first(); next; next = first()) {
      try {
        await sendOne(next);
      } catch (problem) {
        failure = problem instanceof Error ? problem : new Error(String(problem));
        if (!isRefusal(problem)) break;
        await drop(next);
      }
    }
  } finally {
    useSaver.setState({ sending: false, failure });
  }
}

function first(): PlanStep | undefined {
  return useSaver.getState().steps[0];
}

async function sendOne(step: PlanStep): Promise<void> {
  const { items } = await api('PATCH /plan-imports/:id/rows', {
    params: { id: step.plan },
    body: { items: step.items },
  });
  keep(useSaver.getState().steps.filter((each) => each !== step));
  useSaver.setState({ saved: true });
  const rows = new Map(items.map((row) => [row.id, row]));
  showRows(step.plan, (row) => withLater(rows.get(row.id) ?? row));
}

/** The step will never be taken: what is shown is the server's again. */
async function drop(step: PlanStep): Promise<void> {
  keep(useSaver.getState().steps.filter((each) => each !== step));
  forgetRows(
    step.plan,
    step.items.map(({ row }) => row),
  );
  await queryClient.invalidateQueries({ queryKey: ['plan-import', step.plan] });
}

function isRefusal(failure: unknown): boolean {
  return (
    failure instanceof ApiError && failure.status >= 400 && failure.status < 500 && ![401, 429].includes(failure.status)
  );
}

function push(step: PlanStep): void {
  keep([...useSaver.getState().steps, step]);
  showRows(step.plan, (row) => decidedBy(row, step));
  void sendKept();
}

function keep(steps: PlanStep[]): void {
  useSaver.setState({ steps });
  store('planSteps', steps.length > 0 ? steps : null);
}

/** A row as the server has it, with what is decided since and still on its way. */
export function withLater(row: PlanRow): PlanRow {
  return useSaver.getState().steps.reduce(decidedBy, row);
}

function decidedBy(row: PlanRow, { items }: PlanStep): PlanRow {
  const own = items.find((item) => item.row === row.id);
  if (!own) return row;
  const decided = { ...(own.replace ? {} : row.decided), ...own.decision };
  // A known place and a new one exclude each other, as on the server: the later stands.
  if (own.decision.venueId) delete decided.venue;
  else if (own.decision.venue) delete decided.venueId;
  return { ...row, decided };
}

function showRows(plan: Id, change: (row: PlanRow) => PlanRow): void {
  queryClient.setQueryData<PlanImport>(['plan-import', plan], (shown) =>
    shown ? { ...shown, items: shown.items.map(change) } : shown,
  );
}
