import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { confirming } from '@/features/plans/answers';
import { decide } from '@/features/plans/row-saver';
import { nextToDecide, openWarnings, STANDINGS, type Standing, standingOf } from '@/features/plans/row-standing';
import { listenKeys } from '@/platform/keys';

export interface Review {
  planId: Id;
  rows: PlanRow[];
  row: PlanRow;
  /** Place of the row in the sheet. */
  here: number;
  filter: Standing;
  setFilter: (filter: Standing) => void;
  /** The rows the list shows: those of the filter, and the one being looked at. */
  listed: PlanRow[];
  go: (place: number) => void;
  /** The row `by` places further in the sheet; stays at its ends. */
  step: (by: number) => void;
  /** Confirms what only asks, then goes to the next row that needs the clerk. */
  settle: () => void;
  /** Rows chosen to be decided together. */
  ticked: PlanRow[];
  tick: (rows: PlanRow[], on: boolean) => void;
}

/** Which row is looked at, and how to move: by pressing, or J K N ↵. */
export function useReview(plan: PlanImport): Review {
  const rows = plan.items;
  const [here, setHere] = useState(() => firstPlace(rows));
  const [filter, setFilter] = useState<Standing>(() => standingOf(rows[firstPlace(rows)] as PlanRow));
  const [ticks, setTicks] = useState<string[]>([]);
  const row = rows[Math.min(here, rows.length - 1)] as PlanRow;

  const go = (place: number) => {
    const next = rows[place];
    if (!next) return;
    setHere(place);
    setFilter(standingOf(next));
    if (place !== here) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const toNext = () => {
    const next = nextToDecide(rows, here);
    if (next) go(rows.indexOf(next));
    else go(Math.min(here + 1, rows.length - 1));
  };
  const settle = () => {
    const asks = openWarnings(row, 'confirm');
    if (asks.length > 0 && standingOf(row) === 'ask')
      decide(
        plan.id,
        row.id,
        confirming(
          row,
          asks.map(({ code }) => code),
        ),
      );
    toNext();
  };
  const step = (by: number) => go(here + by);

  const tick = (some: PlanRow[], on: boolean) => {
    const ids = new Set(some.map(({ id }) => id));
    setTicks((before) => [...before.filter((id) => !ids.has(id)), ...(on ? ids : [])]);
  };
  const ticked = rows.filter(({ id, state }) => ticks.includes(id) && state !== 'published');
  const tickHere = () => row.state !== 'published' && tick([row], !ticks.includes(row.id));

  useKeys({ x: tickHere, j: () => step(1), k: () => step(-1), n: toNext, enter: settle });
  const listed = rows.filter((each) => standingOf(each) === filter || each.id === row.id);
  return { planId: plan.id, rows, row, here, filter, setFilter, listed, go, step, settle, ticked, tick };
}

/** Where the work begins: the first row that blocks, then one that asks, then the first. */
function firstPlace(rows: readonly PlanRow[]): number {
  for (const wanted of STANDINGS.slice(0, 2)) {
    const place = rows.findIndex((row) => standingOf(row) === wanted);
    if (place >= 0) return place;
  }
  return 0;
}

/** Keys do something only while this page is the one in sight. */
function useKeys(acts: Record<string, () => void>) {
  const latest = useRef(acts);
  latest.current = acts;
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });
  useEffect(() => listenKeys((key) => shown.current && latest.current[key.toLowerCase()]?.()), []);
}
