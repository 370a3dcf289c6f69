import type { NewPlanImport, PlanImport } from '@openday/shared/plans';
import { useState } from 'react';
import { api, upload } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import type { PickedFile } from '@/platform/pick-file';

export interface NewPlan {
  source: { text: string } | { file: PickedFile };
  title?: string;
  year?: number;
}

/** Sends a sheet; `failure` is why the last one was not taken, `started` when the present one went off, ms. */
export function useNewPlan() {
  const [started, setStarted] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const send = async (plan: NewPlan): Promise<PlanImport | null> => {
    setStarted(Date.now());
    setFailure(null);
    try {
      const made = await ('text' in plan.source ? sendText(plan, plan.source.text) : sendFile(plan, plan.source.file));
      await queryClient.invalidateQueries({ queryKey: ['plan-imports'] });
      return made;
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setFailure(problem);
      return null;
    } finally {
      setStarted(null);
    }
  };

  return { send, started, failure, forget: () => setFailure(null) };
}

function sendText({ title, year }: NewPlan, text: string): Promise<PlanImport> {
  const body: NewPlanImport = { text, ...(title && { title }), ...(year && { year }) };
  return api('POST /plan-imports', { body });
}

function sendFile({ title, year }: NewPlan, file: PickedFile): Promise<PlanImport> {
  return upload('POST /plan-imports', file, { ...(title && { title }), ...(year && { year: String(year) }) });
}
