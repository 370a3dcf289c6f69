import type { PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import { readStored, store } from '@/lib/stored';
import { decisionOf, pickOf, type TimePick } from './time-pick';

/** Half-made choices (a day without its time), by row; kept on this machine until they are whole. */
const usePicks = create<{ picks: Record<Id, TimePick> }>(() => ({ picks: readStored('planPicks') ?? {} }));

/** The date and times chosen for a row so far. */
export function useTimePick(row: PlanRow): { pick: TimePick; setPick: (pick: TimePick) => void } {
  const half = usePicks((state) => state.picks[row.id]);
  const setPick = (pick: TimePick) => {
    const { [row.id]: _, ...others } = usePicks.getState().picks;
    const decision = decisionOf(pick);
    const picks = decision && 'endsAt' in decision ? others : { ...others, [row.id]: pick };
    usePicks.setState({ picks });
    store('planPicks', Object.keys(picks).length > 0 ? picks : null);
  };
  return { pick: half ?? pickOf(row), setPick };
}
