import { dayOf } from '@openday/shared/dates';
import type { DateWindow } from '@openday/shared/events';
import type { PlanImport, PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Notice } from '@/components/Notice';
import { MonthCalendar } from '@/features/plans/MonthCalendar';
import { decide } from '@/features/plans/row-saver';
import { dayWords, decisionOf, isInside } from '@/features/plans/time-pick';
import { useTimePick } from '@/features/plans/useTimePick';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { deciding } from '@/lib/text/deciding';
import { Clocks } from './Clocks';

const { time: words, steps } = deciding;

/** A day on the calendar, a start and an end. A day outside what the sheet says is asked about once more. */
export function DatePick({ plan, row }: { plan: PlanImport; row: PlanRow }) {
  const { window } = row.parsed;
  const now = serverNow();
  const today = dayOf(now);
  const { pick, setPick } = useTimePick(row);
  const said = window?.from ?? null;
  const gone = window !== null && window.to < today;
  const [month, setMonth] = useState(
    monthOf([pick.day, said].find((day) => day && day >= today) ?? (gone ? today : (said ?? today))),
  );
  const [asked, setAsked] = useState<string | null>(null);
  const [tooEarly, setTooEarly] = useState<string | null>(null);
  const past = tooEarly ?? (pick.day && pick.day < today ? pick.day : null);

  const choose = (change: Partial<typeof pick>) => {
    const next = { ...pick, ...change };
    setPick(next);
    const decision = decisionOf(next);
    if (decision && next.day && next.day >= today) decide(plan.id, [row], decision, steps.date);
  };
  const chooseDay = (day: string, sure = false) => {
    setTooEarly(day < today ? day : null);
    const ask = day >= today && !sure && window !== null && !isInside(day, window);
    setAsked(ask ? day : null);
    if (day >= today && !ask) choose({ day });
  };

  return (
    <View className="pick">
      <View className="pick__row">
        <MonthCalendar
          month={month}
          window={window}
          days={pick.day ? [pick.day] : []}
          today={today}
          onMonth={setMonth}
          onPick={(day) => chooseDay(day)}
        />
        <View className="pick__side">
          <View className="pick__day">{pick.day ? dayWords(pick.day, now) : words.pickDay}</View>
          <Clocks
            start={pick.start}
            end={pick.end}
            own={{ start: row.parsed.startTime, end: row.parsed.endTime }}
            onChange={choose}
          />
          <View className="pick__months">
            {month !== monthOf(today) && <Act onTap={() => setMonth(monthOf(today))}>{words.thisMonth}</Act>}
            {said && month !== monthOf(said) && <Act onTap={() => setMonth(monthOf(said))}>{words.windowMonth}</Act>}
          </View>
        </View>
      </View>
      {asked && window && (
        <Notice icon="ask" act={{ text: words.outsideYes, onTap: () => chooseDay(asked, true) }}>
          {words.outside(dayWords(asked, now), window.text)}
        </Notice>
      )}
      {past && (
        <Notice kind="bad" icon="alert">
          {words.past(dayWords(past, now))}
        </Notice>
      )}
      {window && !asked && !past && <View className="pick__note">{noteOf(window, gone)}</View>}
    </View>
  );
}

function noteOf({ text, from, to }: DateWindow, gone: boolean): string {
  if (gone) return words.gone(text);
  return from === to ? words.insideDay(text) : words.inside(text);
}
