import type { PlanDecision, PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import { readStored, store } from '@/lib/stored';

/** Decisions not yet on the server, by sheet and row. Kept on this machine too, so that closing the page loses none. */
type Kept = Record<Id, Record<Id, PlanDecision>>;

interface Saver {
  kept: Kept;
  sending: boolean;
  /** Why the last attempt did not get through. */
  failure: Error | null;
}

export const useSaver = create<Saver>(() => ({
  kept: readStored('planDecisions') ?? {},
  sending: false,
  failure: null,
}));

/** Decides something of a row: shown at once, kept, sent. */
export function decide(plan: Id, row: Id, change: PlanDecision): void {
  const { kept } = useSaver.getState();
  keep({ ...kept, [plan]: { ...kept[plan], [row]: { ...kept[plan]?.[row], ...change } } });
  showRow(plan, row, (shown) => ({ ...shown, decided: { ...shown.decided, ...change } }));
  void sendKept();
}

let flight: Promise<void> | null = null;

/** Sends what is kept, one row after the other; what is not accepted is said, not kept for ever. Ends when all is sent. */
export function sendKept(): Promise<void> {
  flight ??= sendAll().finally(() => {
    flight = null;
  });
  return flight;
}

async function sendAll(): Promise<void> {
  useSaver.setState({ sending: true, failure: null });
  try {
    for (let next = first(); next; next = first()) await sendOne(...next);
  } catch (failure) {
    useSaver.setState({ failure: failure instanceof Error ? failure : new Error(String(failure)) });
  } finally {
    useSaver.setState({ sending: false });
  }
}

async function sendOne(plan: Id, row: Id, change: PlanDecision): Promise<void> {
  try {
    const saved = await api('PATCH /plan-imports/:id/rows/:row', { params: { id: plan, row }, body: change });
    forget(plan, row, change);
    const later = useSaver.getState().kept[plan]?.[row];
    showRow(plan, row, () => ({ ...saved, decided: { ...saved.decided, ...later } }));
  } catch (failure) {
    if (failure instanceof ApiError && failure.status >= 400 && failure.status < 500 && failure.status !== 401) {
      forget(plan, row, change);
      await queryClient.invalidateQueries({ queryKey: ['plan-import', plan] });
    }
    throw failure;
  }
}

/** Drops what was sent; a value decided anew in the meantime stays. */
function forget(plan: Id, row: Id, sent: PlanDecision): void {
  const { kept } = useSaver.getState();
  const now: PlanDecision = { ...kept[plan]?.[row] };
  for (const key of Object.keys(sent) as (keyof PlanDecision)[]) if (now[key] === sent[key]) delete now[key];
  const rows = { ...kept[plan], [row]: now };
  if (Object.keys(now).length === 0) delete rows[row];
  const all = { ...kept, [plan]: rows };
  if (Object.keys(rows).length === 0) delete all[plan];
  keep(all);
}

function first(): [plan: Id, row: Id, change: PlanDecision] | null {
  for (const [plan, rows] of Object.entries(useSaver.getState().kept)) {
    for (const [row, change] of Object.entries(rows)) return [plan, row, change];
  }
  return null;
}

function keep(kept: Kept): void {
  useSaver.setState({ kept });
  store('planDecisions', Object.keys(kept).length > 0 ? kept : null);
}

function showRow(plan: Id, row: Id, change: (row: PlanRow) => PlanRow): void {
  queryClient.setQueryData<PlanImport>(['plan-import', plan], (shown) =>
    shown ? { ...shown, items: shown.items.map((each) => (each.id === row ? change(each) : each)) } : shown,
  );
}
