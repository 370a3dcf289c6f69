import type { DateWindow } from '@openday/shared/events';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { monthFrom, monthGrid } from '@/lib/month';
import { deciding } from '@/lib/text/deciding';
import { kindOfDay } from './kind-of-day';
import { isInside } from './time-pick';
import './month-calendar.scss';

const { time: words } = deciding;

export interface MonthCalendarProps {
  /** `YYYY-MM` */
  month: string;
  /** What the sheet says, drawn dashed. */
  window: Pick<DateWindow, 'from' | 'to'> | null;
  /** The chosen days, filled. */
  days: readonly string[];
  today: string;
  onMonth: (month: string) => void;
  onPick: (day: string) => void;
}

/** One month, weeks from Monday; weekends, 休 and 班 are marked. */
export function MonthCalendar({ month, window, days, today, onMonth, onPick }: MonthCalendarProps) {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const title = words.month(year, number);
  return (
    <View className="cal" role="group" aria-label={title}>
      <View className="cal__head">
        <Act icon="left" label={words.prevMonth} onTap={() => onMonth(monthFrom(month, -1))} />
        <View className="cal__title">{title}</View>
        <Act icon="right" label={words.nextMonth} onTap={() => onMonth(monthFrom(month, 1))} />
      </View>
      <View className="cal__week">
        {words.weekdays.map((name) => (
          <View key={name} className="cal__day cal__day--name">
            {name}
          </View>
        ))}
      </View>
      {monthGrid(month).map((week) => (
        <View key={week.find(Boolean) ?? month} className="cal__week">
          {week.map((each, index) => (
            <Day
              key={each ?? `none-${index}`}
              day={each}
              inside={each !== null && isInside(each, window)}
              first={!isIn(week[index - 1], window)}
              last={!isIn(week[index + 1], window)}
              chosen={each !== null && days.includes(each)}
              today={today}
              onPick={onPick}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

function isIn(day: string | null | undefined, window: MonthCalendarProps['window']): boolean {
  return Boolean(day) && isInside(day ?? '', window);
}

interface DayProps {
  day: string | null;
  inside: boolean;
  /** The dashed run begins or ends in this week here. */
  first: boolean;
  last: boolean;
  chosen: boolean;
  today: string;
  onPick: (day: string) => void;
}

function Day({ day, inside, first, last, chosen, today, onPick }: DayProps) {
  if (!day) return <View className="cal__day" />;
  const kind = kindOfDay(day);
  const mark = { rest: words.rest, worked: words.work, weekend: null, work: null }[kind];
  const look = classes(
    'cal__day',
    inside && 'cal__day--in',
    inside && first && 'cal__day--first',
    inside && last && 'cal__day--last',
    (kind === 'weekend' || kind === 'rest') && 'cal__day--off',
    day < today && 'cal__day--past',
    chosen && 'cal__day--on',
    day === today && 'cal__day--today',
  );
  return (
    <Tap
      className={look}
      label={`${Number(day.slice(8))}${mark ?? ''} ${day}`}
      checked={chosen}
      onTap={() => onPick(day)}
    >
      {Number(day.slice(8))}
      {mark && <Text className="cal__mark">{mark}</Text>}
    </Tap>
  );
}
