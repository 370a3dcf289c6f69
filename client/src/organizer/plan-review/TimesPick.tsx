import { dayOf } from '@openday/shared/dates';
import type { PlanImport, PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { MonthCalendar } from '@/features/plans/MonthCalendar';
import { decisionOfOccasions, gone, type Occasion, toggleDay, withoutHours } from '@/features/plans/occasions';
import { decide } from '@/features/plans/row-saver';
import { useOccasions } from '@/features/plans/useOccasions';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { deciding } from '@/lib/text/deciding';
import { Clocks } from './Clocks';
import { OccasionLine } from './OccasionLine';

const { times: words, steps } = deciding;

/** Several occurrences of a row: what the sheet proposes, ticked, each with its hours; nothing is decided until confirmed. */
export function TimesPick({ plan, row }: { plan: PlanImport; row: PlanRow }) {
  const { list, pending, setList } = useOccasions(row);
  const [adding, setAdding] = useState(list.length === 0);
  const today = dayOf(serverNow());
  const [month, setMonth] = useState(monthOf(list.find(({ day }) => day >= today)?.day ?? today));
  const decision = decisionOfOccasions(list);
  const late = gone(list, today);
  const held = list.filter(({ on }) => on);
  const { recurrence, times } = row.parsed;

  const change = (place: number, part: Partial<Occasion>) =>
    setList(list.map((each, index) => (index === place ? { ...each, ...part } : each)));
  const confirm = () => {
    if (!decision || late > 0) return;
    decide(plan.id, [row], decision, steps.times);
    setList(null);
    setAdding(false);
  };

  return (
    <View className="times">
      {times.length > 1 && pending && (
        <View className="pick__note">
          {recurrence ? words.proposed(times.length, recurrence) : words.listed(times.length)}
        </View>
      )}
      {held.length > 1 && (
        <View className="times__all">
          <View className="times__all-word">{words.all}</View>
          <Clocks
            start={same(held.map(({ start }) => start))}
            end={same(held.map(({ end }) => end))}
            onChange={(part) => setList(list.map((each) => (each.on ? { ...each, ...part } : each)))}
          />
        </View>
      )}
      {list.map((occasion, place) => (
        <OccasionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a day may stand twice, with other hours
          key={`${occasion.day}-${place}`}
          occasion={occasion}
          today={today}
          onChange={(part) => change(place, part)}
          onRemove={() => setList(list.filter((_, index) => index !== place))}
        />
      ))}
      <Act icon={adding ? undefined : 'plus'} className="times__add" onTap={() => setAdding(!adding)}>
        {adding ? words.addDone : words.addTap}
      </Act>
      {adding && (
        <>
          <MonthCalendar
            month={month}
            window={row.parsed.window}
            days={held.map(({ day }) => day)}
            today={today}
            onMonth={setMonth}
            onPick={(day) => day >= today && setList(toggleDay(list, day))}
          />
          <View className="pick__note">{words.add}</View>
        </>
      )}
      {pending && <Lack late={late} lack={withoutHours(list)} none={held.length === 0} />}
      {pending && (
        <Button kind="soft" className="times__go" off={!decision || late > 0} onTap={confirm}>
          {words.confirm(held.length)}
        </Button>
      )}
    </View>
  );
}

/** Why the occurrences cannot be confirmed yet. */
function Lack({ late, lack, none }: { late: number; lack: number; none: boolean }) {
  const why = none ? words.none : late > 0 ? words.pastSome(late) : lack > 0 ? words.lack(lack) : null;
  return why ? <View className="field__error">{why}</View> : null;
}

/** The one value all have, or null. */
function same(values: (string | null)[]): string | null {
  const [first = null, ...others] = values;
  return others.every((each) => each === first) ? first : null;
}
