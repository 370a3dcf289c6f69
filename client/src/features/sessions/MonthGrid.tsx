import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Act } from '@/components/Act';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { monthFrom, monthGrid } from '@/lib/month';
import { finding } from '@/lib/text/finding';
import type { DayMark, Marks } from './useMonth';
import './month-grid.scss';

const { calendar: words } = finding;

/** More than this are not told apart on a phone. */
const MOST_DOTS = 3;
const NOTHING = { sessions: 0, open: 0 };

export interface MonthGridProps {
  /** `YYYY-MM` */
  month: string;
  marks: Marks;
  /** `YYYY-MM-DD` */
  today: string;
  chosen: string | null;
  /** Below the month's name. */
  sub?: ReactNode;
  onMonth: (month: string) => void;
  onPick: (day: string) => void;
}

/** One month, weeks from Monday: ● where there is room, ○ where it is full or over. */
export function MonthGrid({ month, marks, today, chosen, sub, onMonth, onPick }: MonthGridProps) {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const title = words.month(year, number);
  return (
    <View role="group" aria-label={title}>
      <View className="month">
        <Act icon="left" label={words.before} onTap={() => onMonth(monthFrom(month, -1))} />
        <View>
          <View className="strong">{title}</View>
          {sub && <View className="month__sub">{sub}</View>}
        </View>
        <Act icon="right" label={words.next} onTap={() => onMonth(monthFrom(month, 1))} />
      </View>
      <View className="month__weeks">
        <View className="week" aria-hidden="true">
          {words.weekdays.map((name) => (
            <View key={name} className="week__name">
              {name}
            </View>
          ))}
        </View>
        {monthGrid(month).map((week) => (
          <View key={week.find(Boolean) ?? month} className="week">
            {week.map((day, index) =>
              day ? (
                <Day
                  key={day}
                  day={day}
                  mark={marks && (marks.get(day) ?? NOTHING)}
                  today={today}
                  on={day === chosen}
                  onPick={onPick}
                />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no identity but its place
                <View key={index} className="day" />
              ),
            )}
          </View>
        ))}
      </View>
    </View>
  );
}

interface DayProps {
  day: string;
  mark: Pick<DayMark, 'sessions' | 'open'> | null;
  today: string;
  on: boolean;
  onPick: (day: string) => void;
}

function Day({ day, mark, today, on, onPick }: DayProps) {
  const { sessions, open } = mark ?? NOTHING;
  const number = Number(day.slice(8));
  const name = `${Number(day.slice(5, 7))}月${number}日${day === today ? `，${words.isToday}` : ''}`;
  // Both kinds are seen where there are both.
  const full = sessions - open;
  const filled = Math.min(open, full > 0 ? MOST_DOTS - 1 : MOST_DOTS);
  const hollow = Math.min(full, MOST_DOTS - filled);
  const look = classes('day', day < today && 'day--past', day === today && 'day--today', on && 'day--on');
  return (
    <Tap className={look} label={mark ? words.day(name, sessions, open) : name} checked={on} onTap={() => onPick(day)}>
      <View className="day__n">{day === today && !on ? words.today : number}</View>
      <View className="day__dots">
        {Array.from({ length: filled + hollow }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike
          <View key={index} className={classes('day__mark', index >= filled && 'day__mark--off')} />
        ))}
      </View>
    </Tap>
  );
}

/** What the dots mean. */
export function MonthLegend() {
  return (
    <View className="month__legend rule">
      <View className="day__mark" />
      {words.room}
      <View className="day__mark day__mark--off" />
      {words.full}
    </View>
  );
}
