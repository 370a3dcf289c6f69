import type { PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import { readStored, store } from '@/lib/stored';
import { type Occasion, occasionsOf } from './occasions';

/** Occurrences being ticked and timed, by row; kept on this machine until they are decided. */
const useTimes = create<{ times: Record<Id, Occasion[]> }>(() => ({ times: readStored('planTimes') ?? {} }));

/** The occurrences of a row as they stand; `pending` = not what is decided. Null puts them back to what is decided. */
export function useOccasions(row: PlanRow): {
  list: Occasion[];
  pending: boolean;
  setList: (list: Occasion[] | null) => void;
} {
  const kept = useTimes(({ times }) => times[row.id]);
  const setList = (list: Occasion[] | null) => {
    const { [row.id]: _, ...others } = useTimes.getState().times;
    const times = list ? { ...others, [row.id]: list } : others;
    useTimes.setState({ times });
    store('planTimes', Object.keys(times).length > 0 ? times : null);
  };
  return { list: kept ?? occasionsOf(row), pending: kept !== undefined || !row.decided.startsAt, setList };
}
