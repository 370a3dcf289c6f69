import { dayOf, instantOf } from '@openday/shared/dates';
import type { FindQuery, FindSummary } from '@openday/shared/find';
import type { Instant } from '@openday/shared/wire';
import { useEffect, useMemo } from 'react';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { monthFrom, monthOf } from '@/lib/month';
import { readStored, store } from '@/lib/stored';
import { useSummary } from './useSummary';

/** What a day of the calendar holds: sessions, and those of them one can still come to. */
export interface DayMark {
  day: string;
  sessions: number;
  open: number;
}

/** What is known of a month's days, those with something on; null = nothing is known. */
export type Marks = ReadonlyMap<string, DayMark> | null;

export interface Month {
  marks: Marks;
  total: number;
  /** Kept on the phone at that time, where the server was not reached; null where it is as now. */
  storedAt: Instant | null;
  pending: boolean;
  /** It is being asked for. */
  busy: boolean;
  /** Why nothing can be shown. */
  failure: Error | null;
  again: () => void;
}

/** A month's days `YYYY-MM`: what is to come and what is over, together. */
export function useMonth(month: string, filters: FindQuery = {}): Month {
  const range = { from: instantOf(`${month}-01`, '00:00'), to: instantOf(`${monthFrom(month, 1)}-01`, '00:00') };
  const coming = useSummary({ ...filters, ...range });
  const past = useSummary({ ...filters, ...range, past: true });
  const both = coming.data && past.data ? daysTogether(coming.data, past.data) : null;
  const plain = Object.keys(filters).length === 0 && month === monthOf(dayOf(serverNow()));
  const fresh = plain && coming.isSuccess && past.isSuccess && !coming.isPlaceholderData ? JSON.stringify(both) : null;
  useEffect(() => {
    if (fresh) store('month', { at: new Date().toISOString(), month, days: JSON.parse(fresh) });
  }, [fresh, month]);

  const failure = coming.error ?? past.error;
  const unreached = failure instanceof ApiError && failure.code === 'OFFLINE';
  // What was seen last stays while it is asked for again.
  const askedAgain = !failure && !both && coming.errorUpdateCount > 0;
  const kept = unreached || askedAgain ? readStored('month') : null;
  const stored = kept?.month === month ? kept : null;
  const days = (failure ? null : both) ?? stored?.days ?? null;
  const key = JSON.stringify(days);
  return {
    marks: useMemo(() => {
      const known = JSON.parse(key) as DayMark[] | null;
      return known && new Map(known.map((each) => [each.day, each]));
    }, [key]),
    total: days?.reduce((sum, { sessions }) => sum + sessions, 0) ?? 0,
    storedAt: stored?.at ?? null,
    pending: !failure && !both && !stored,
    busy: coming.isFetching || past.isFetching,
    failure: stored ? null : failure,
    again: () => {
      void coming.refetch();
      void past.refetch();
    },
  };
}

/** The days of both, in order; what is over has no room. */
export function daysTogether(coming: Pick<FindSummary, 'days'>, past: Pick<FindSummary, 'days'>): DayMark[] {
  const marks = new Map<string, DayMark>();
  const add = ({ day, sessions, open }: DayMark) => {
    const before = marks.get(day) ?? { day, sessions: 0, open: 0 };
    marks.set(day, { day, sessions: before.sessions + sessions, open: before.open + open });
  };
  for (const each of past.days) add({ ...each, open: 0 });
  for (const each of coming.days) add(each);
  return [...marks.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
