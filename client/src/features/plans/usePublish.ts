import type { PlanRow, PublishedRows } from '@openday/shared/plans';
import type { ErrorDetail, Id } from '@openday/shared/wire';
import { useState } from 'react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { sendKept, useSaver } from './row-saver';
import { forgetRows } from './undo';
import { afterPublic } from './usePlans';

/** What came of publishing: people are affected and it wants a yes, rows stand in the way, or it is done. */
export type Published =
  | { kind: 'affects'; message: string; details: ErrorDetail[] }
  | { kind: 'refused'; message: string; details: (ErrorDetail & { row: Id | null })[] }
  | { kind: 'done'; result: PublishedRows };

/** Makes decided rows public, or brings public ones up to date; all of them or none. */
export function usePublish(plan: Id) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Published | null>(null);

  const publish = async (rows: readonly PlanRow[], confirm = false) => {
    setBusy(true);
    const ids = rows.map(({ id }) => id);
    try {
      await sendKept();
      const { failure, steps } = useSaver.getState();
      // What is not on the server would be published as it was before.
      if (failure && steps.some((step) => step.plan === plan)) throw failure;
      const result = await api('POST /plan-imports/:id/publish', {
        params: { id: plan },
        body: { rows: ids, ...(confirm && { confirm }) },
      });
      forgetRows(plan, ids);
      setOutcome({ kind: 'done', result });
    } catch (failure) {
      setOutcome(outcomeOf(failure));
    } finally {
      await afterPublic(plan);
      setBusy(false);
    }
  };

  return { publish, busy, outcome, forget: () => setOutcome(null) };
}

function outcomeOf(failure: unknown): Published {
  if (!(failure instanceof ApiError)) throw failure;
  const { code, message, details } = failure;
  if (code === 'AFFECTS_PEOPLE') return { kind: 'affects', message, details };
  return { kind: 'refused', message, details: details.map((one) => ({ ...one, row: rowOf(one) })) };
}

/** The row a detail is about: `rows.9000000000000000001`. */
function rowOf({ field }: ErrorDetail): Id | null {
  return /\d{19}/.exec(field)?.[0] ?? null;
}
