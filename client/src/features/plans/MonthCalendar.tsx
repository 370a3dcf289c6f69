import type { DateWindow } from '@openday/shared/events';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { planning } from '@/lib/text/planning';
import { monthFrom, monthGrid } from './month-grid';
import { isInside } from './time-pick';
import './month-calendar.scss';

const { time: words } = planning;

export interface MonthCalendarProps {
  /** `YYYY-MM` */
  month: string;
  /** What the sheet says, drawn dashed. */
  window: DateWindow | null;
  /** The chosen day, filled. */
  day: string | null;
  today: string;
  onMonth: (month: string) => void;
  onPick: (day: string) => void;
}

/** One month, weeks from Monday. */
export function MonthCalendar({ month, window, day, today, onMonth, onPick }: MonthCalendarProps) {
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
              chosen={each !== null && each === day}
              isToday={each === today}
              onPick={onPick}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

function isIn(day: string | null | undefined, window: DateWindow | null): boolean {
  return Boolean(day) && isInside(day ?? '', window);
}

interface DayProps {
  day: string | null;
  inside: boolean;
  /** The dashed run begins or ends in this week here. */
  first: boolean;
  last: boolean;
  chosen: boolean;
  isToday: boolean;
  onPick: (day: string) => void;
}

function Day({ day, inside, first, last, chosen, isToday, onPick }: DayProps) {
  if (!day) return <View className="cal__day" />;
  const look = classes(
    'cal__day',
    inside && 'cal__day--in',
    inside && first && 'cal__day--first',
    inside && last && 'cal__day--last',
    chosen && 'cal__day--on',
    isToday && 'cal__day--today',
  );
  return (
    <Tap className={look} label={day} checked={chosen} onTap={() => onPick(day)}>
      {Number(day.slice(8))}
    </Tap>
  );
}
