import type { NewPlanImport, PlanImport } from '@openday/shared/plans';
import { useState } from 'react';
import { api, upload } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import type { PickedFile } from '@/platform/pick-file';

export type PlanSource = { text: string } | { file: PickedFile };
export type PlanAsked = Pick<NewPlanImport, 'title' | 'year' | 'planId'>;

/** Sends a sheet; `failure` is why the last one was not taken, `started` when the present one went off, ms. */
export function useNewPlan() {
  const [started, setStarted] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const send = async (source: PlanSource, asked: PlanAsked): Promise<PlanImport | null> => {
    setStarted(Date.now());
    setFailure(null);
    try {
      const made = await ('text' in source ? sendText(source.text, asked) : sendFile(source.file, asked));
      await queryClient.invalidateQueries({ queryKey: ['plan-imports'] });
      // The same sheet again updates its rows: what was fetched of it is old.
      await queryClient.invalidateQueries({ queryKey: ['plan-import', made.id] });
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

function sendText(text: string, asked: PlanAsked): Promise<PlanImport> {
  return api('POST /plan-imports', { body: { text, ...asked } });
}

function sendFile(file: PickedFile, asked: PlanAsked): Promise<PlanImport> {
  const fields = Object.entries(asked).map(([name, value]) => [name, String(value)]);
  return upload('POST /plan-imports', file, Object.fromEntries(fields));
}
