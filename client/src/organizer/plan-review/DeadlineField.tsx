import { dayOf, instantOf, momentText } from '@openday/shared/dates';
import type { PlanImport, PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Select } from '@/components/Select';
import { closesOf, closingChoices, DAY_END } from '@/features/plans/deadline';
import { MonthCalendar } from '@/features/plans/MonthCalendar';
import { decide, decideAnew } from '@/features/plans/row-saver';
import { clockWords, startClocks } from '@/features/plans/time-pick';
import { serverNow } from '@/lib/clock';
import { monthOf } from '@/lib/month';
import { deciding } from '@/lib/text/deciding';

const { headcount: words, steps } = deciding;

/** Until when one can register: the sheet's own moment, the clerk's, or none but the beginning. */
export function DeadlineField({ plan, row }: { plan: PlanImport; row: PlanRow }) {
  const [setting, setSetting] = useState(false);
  const now = serverNow();
  const today = dayOf(now);
  const closes = closesOf(row);
  const start = row.decided.startsAt ?? null;
  const [month, setMonth] = useState(
    monthOf([closes && dayOf(closes), today].find((day) => day && day >= today) ?? today),
  );
  const [clock, setClock] = useState(DAY_END);
  const choose = (closesAt: string) => decide(plan.id, [row], { closesAt }, steps.deadline);
  const none = () => {
    const { closesAt: _, ...rest } = row.decided;
    decideAnew(plan.id, row, rest, steps.deadline);
    setSetting(false);
  };
  const said = row.decided.closesAt ? words.closesAt : words.closesBySheet;
  return (
    <View className="ctl">
      <View className="ctl__label">{words.closes}</View>
      <View className="row row--wrap">
        <View>{closes ? said(momentText(closes, now)) : words.closesNone}</View>
        <Act className="ctl__side" onTap={() => setSetting(!setting)}>
          {setting ? deciding.times.addDone : words.closesSet}
        </Act>
        {row.decided.closesAt && (
          <Act className="ctl__side" onTap={none}>
            {words.closesBack}
          </Act>
        )}
      </View>
      {closingChoices(row).map(({ at, counted }) => (
        <Act key={at} pill="edge" className="ctl__choice" onTap={() => choose(at)}>
          {words.closesChoice(momentText(at, now), counted)}
        </Act>
      ))}
      {closes && start && closes > start && <View className="field__error">{words.closesLate}</View>}
      {setting && (
        <View className="pick__row">
          <MonthCalendar
            month={month}
            window={null}
            days={closes ? [dayOf(closes)] : []}
            today={today}
            onMonth={setMonth}
            onPick={(day) => day >= today && choose(instantOf(day, clock))}
          />
          <View className="pick__side">
            <Select
              label={words.closes}
              options={[...startClocks(null), DAY_END].map((key) => ({ key, text: clockWords(key) }))}
              on={clock}
              wide
              onPick={(next) => {
                setClock(next);
                if (closes) choose(instantOf(dayOf(closes), next));
              }}
            />
          </View>
        </View>
      )}
    </View>
  );
}
