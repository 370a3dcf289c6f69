import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { canBeConfirmed, confirming } from '@/features/plans/answers';
import { passes, type RowFilter } from '@/features/plans/row-filter';
import { decide, takeBack } from '@/features/plans/row-saver';
import {
  isLeft,
  needsClerk,
  nextField,
  nextToDecide,
  openWarnings,
  STANDINGS,
  standingOf,
} from '@/features/plans/row-standing';
import { useTicks } from '@/features/plans/useTicks';
import { say } from '@/lib/say';
import { deciding } from '@/lib/text/deciding';
import { review as words } from '@/lib/text/review';
import { toControl } from '@/platform/to-control';
import { useKeys } from './useKeys';

export interface Review {
  planId: Id;
  rows: PlanRow[];
  row: PlanRow;
  /** Place of the row in the sheet. */
  here: number;
  filter: RowFilter;
  setFilter: (filter: RowFilter) => void;
  /** The rows the list shows: those of the filter, and the one being looked at. */
  listed: PlanRow[];
  go: (place: number) => void;
  /** Goes to a row by its id. */
  goTo: (row: Id) => void;
  /** The row `by` places further in the list; stays at its ends. */
  step: (by: number) => void;
  /** To the next row that needs the clerk. */
  toNext: () => void;
  /** Confirms what only asks, then goes to the next row that needs the clerk. */
  settle: () => void;
  /** To what is to be decided next: in this row, else in the next that needs the clerk. */
  open: () => void;
  undo: () => void;
  /** Rows chosen to be decided together. */
  ticked: PlanRow[];
  tick: (rows: readonly PlanRow[], on: boolean) => void;
}

/** Which row is looked at, and how to move: by pressing, or by keys. */
export function useReview(plan: PlanImport): Review {
  const rows = plan.items;
  const [id, setId] = useState(() => rows[firstPlace(rows)]?.id);
  const [filter, setFilter] = useState<RowFilter>(() => standingOf(rows[firstPlace(rows)] as PlanRow));
  const { ticked, tick } = useTicks(rows);
  const here = Math.max(
    0,
    rows.findIndex((each) => each.id === id),
  );
  const row = rows[here] as PlanRow;
  const listed = rows.filter((each) => passes(each, filter) || each.id === row.id);

  const go = (place: number) => {
    const next = rows[place];
    if (!next) return;
    setId(next.id);
    if (!passes(next, filter)) setFilter(standingOf(next));
    if (place !== here) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const goTo = (wanted: Id) => go(rows.findIndex((each) => each.id === wanted));
  const step = (by: number) => {
    const next = listed[listed.indexOf(row) + by];
    if (next) goTo(next.id);
  };
  const toNext = () => {
    const next = nextToDecide(rows, here);
    if (next) goTo(next.id);
    else go(Math.min(here + 1, rows.length - 1));
  };
  const settle = () => {
    const asks = openWarnings(row, 'confirm').filter((one) => canBeConfirmed(row, one));
    const codes = asks.map(({ code }) => code);
    if (codes.length > 0) decide(plan.id, [row], confirming(row, codes), deciding.steps.seen);
    toNext();
  };
  const open = () => {
    const field = isLeft(row) ? 'gone' : nextField(row);
    if (field && needsClerk(row)) toControl(`field-${field}`);
    else toNext();
  };
  const undo = () => {
    const taken = takeBack(plan.id);
    say(taken ? words.undone(taken.what, taken.rows) : words.noUndo);
    const [only, ...others] = taken?.rows ?? [];
    if (only !== undefined && others.length === 0) go(rows.findIndex(({ index }) => index === only));
  };

  const keys: [names: string[], act: () => void][] = [
    [['j', 'ArrowDown'], () => step(1)],
    [['k', 'ArrowUp'], () => step(-1)],
    [['n'], toNext],
    [['y'], settle],
    [['Enter'], open],
    [['x'], () => tick([row], !ticked.includes(row))],
    [['u', 'Ctrl+z'], undo],
  ];
  useKeys(keys);
  return {
    planId: plan.id,
    rows,
    row,
    here,
    filter,
    setFilter,
    listed,
    go,
    goTo,
    step,
    toNext,
    settle,
    open,
    undo,
    ticked,
    tick,
  };
}

/** Where the work begins: the first row that blocks, then one that asks, then the first. */
function firstPlace(rows: readonly PlanRow[]): number {
  for (const wanted of STANDINGS.slice(0, 2)) {
    const place = rows.findIndex((row) => standingOf(row) === wanted);
    if (place >= 0) return place;
  }
  return 0;
}
