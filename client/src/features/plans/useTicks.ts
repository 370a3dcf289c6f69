import type { PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { useState } from 'react';
import { isCancelled } from './row-standing';

/** Rows chosen to be decided together, in the sheet's order; what is called off cannot be chosen. */
export function useTicks(rows: readonly PlanRow[]): {
  ticked: PlanRow[];
  tick: (rows: readonly PlanRow[], on: boolean) => void;
} {
  const [ids, setIds] = useState<readonly Id[]>([]);
  const tick = (some: readonly PlanRow[], on: boolean) => {
    const changed = some.filter((row) => !isCancelled(row)).map(({ id }) => id);
    setIds((before) => [...before.filter((id) => !changed.includes(id)), ...(on ? changed : [])]);
  };
  return { ticked: rows.filter((row) => ids.includes(row.id) && !isCancelled(row)), tick };
}
