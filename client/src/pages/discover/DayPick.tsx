import { dayOf, dayText, instantOf } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Picks } from '@/components/Picks';
import { type Day, type Filters, findQuery, without } from '@/features/sessions/filters';
import { MonthGrid } from '@/features/sessions/MonthGrid';
import { useMonth } from '@/features/sessions/useMonth';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { finding } from '@/lib/text/finding';

const { filter: words } = finding;
const NAMED = ['today', 'tomorrow', 'weekend'] as const;

/** Which days: the near ones in words, any other from the month. */
export function DayPick({ draft, onPick }: { draft: Filters; onPick: (day: Day | null) => void }) {
  const { day } = draft;
  const now = serverNow();
  const other = day && !NAMED.some((each) => each === day) ? day : null;
  const [picking, setPicking] = useState(false);
  const options = [
    ...NAMED.map((key) => ({ key, text: words.days[key], on: day === key })),
    {
      key: 'pick' as const,
      text: other ? dayText(instantOf(other, '00:00'), now) : words.days.pick,
      on: picking || other !== null,
    },
  ];
  return (
    <View className="section">
      <View className="filter__name">{words.day}</View>
      <Picks
        label={words.day}
        options={options}
        onPick={(key) => {
          if (key === 'pick') {
            setPicking(!picking);
            return;
          }
          setPicking(false);
          onPick(day === key ? null : key);
        }}
      />
      {picking && (
        <PickDay
          draft={draft}
          chosen={other}
          onPick={(each) => {
            setPicking(false);
            onPick(each === other ? null : (each as Day));
          }}
        />
      )}
    </View>
  );
}

function PickDay({ draft, chosen, onPick }: { draft: Filters; chosen: string | null; onPick: (day: string) => void }) {
  const today = dayOf(serverNow());
  const [month, setMonth] = useState(monthOf(chosen ?? today));
  const { marks } = useMonth(month, findQuery(without(draft, 'day'), serverNow()));
  return <MonthGrid month={month} marks={marks} today={today} chosen={chosen} onMonth={setMonth} onPick={onPick} />;
}
