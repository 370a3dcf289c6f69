import { dayOf } from '@openday/shared/dates';
import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { MonthCalendar } from '@/features/plans/MonthCalendar';
import type { Change } from '@/features/plans/row-saver';
import { clocksWords, dayWords, decisionOf, isInside, type TimePick } from '@/features/plans/time-pick';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { deciding } from '@/lib/text/deciding';
import { reviewActs } from '@/lib/text/review-acts';
import { Clocks } from './Clocks';

const { bulk: words } = reviewActs;
const NAMED = 3;

export interface BulkDateSheetProps {
  rows: readonly PlanRow[];
  onDone: (change: Change) => void;
  onClose: () => void;
}

/** One day and its hours for several rows; the calendar draws the days that all their windows share. */
export function BulkDateSheet({ rows, onDone, onClose }: BulkDateSheetProps) {
  const now = serverNow();
  const today = dayOf(now);
  const shared = sharedWindow(rows);
  const [pick, setPick] = useState<TimePick>({ day: null, start: null, end: null });
  const [month, setMonth] = useState(monthOf(firstDay(rows, today)));
  const { day, start, end } = pick;
  const decision = end ? decisionOf(pick) : null;
  const outside = day ? rows.filter(({ parsed }) => parsed.window && !isInside(day, parsed.window)).length : 0;
  const texts = [...new Set(rows.flatMap(({ parsed }) => (parsed.window ? [`“${parsed.window.text}”`] : [])))];
  const go = () => {
    if (!decision) return;
    onDone(decision);
    onClose();
  };
  const when = day && start && end ? `${dayWords(day, now)} ${clocksWords(start, end)}` : null;
  return (
    <Sheet
      title={words.dateFor(rows.length)}
      sub={texts.length > 0 && words.dateWindows(texts.slice(0, NAMED).join('、') + (texts.length > NAMED ? '…' : ''))}
      label={words.dateFor(rows.length)}
      onClose={onClose}
      foot={
        <Button kind="primary" off={!when} onTap={go}>
          {when ? words.dateGo(rows.length, when) : deciding.time.pickDay}
        </Button>
      }
    >
      <Group className="section">
        <View className="pick__row">
          <MonthCalendar
            month={month}
            window={shared}
            days={day ? [day] : []}
            today={today}
            onMonth={setMonth}
            onPick={(next) => next >= today && setPick({ ...pick, day: next })}
          />
          <View className="pick__side">
            <View className="pick__day">{day ? dayWords(day, now) : deciding.time.pickDay}</View>
            <Clocks start={start} end={end} onChange={(part) => setPick({ ...pick, ...part })} />
          </View>
        </View>
        {outside > 0 && <Notice icon="ask">{words.dateOutside(outside)}</Notice>}
      </Group>
    </Sheet>
  );
}

/** Where the calendar opens: the first day to come that a row's sheet names, else today. */
function firstDay(rows: readonly PlanRow[], today: string): string {
  const named = rows.flatMap(({ parsed }) =>
    parsed.window && parsed.window.from >= today ? [parsed.window.from] : [],
  );
  return named.sort()[0] ?? today;
}

/** The days that lie in the windows of all rows; null where there are none. */
function sharedWindow(rows: readonly PlanRow[]): { from: string; to: string } | null {
  const windows = rows.flatMap(({ parsed }) => (parsed.window ? [parsed.window] : []));
  if (windows.length === 0) return null;
  const from =
    windows
      .map((one) => one.from)
      .sort()
      .at(-1) ?? '';
  const [to = ''] = windows.map((one) => one.to).sort();
  return from <= to ? { from, to } : null;
}
