import type { BoardWeek } from '@openday/shared/board';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Tap } from '@/components/Tap';
import { axisOf, gridOf } from '@/features/reports/lane-axis';
import { useBoardWeeks } from '@/features/reports/useBoard';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';
import { type BoardAsks, weeksQueryOf } from './board-asks';
import './weeks.scss';

const { five } = desk;
const SERIES = ['planned', 'registered', 'checkedIn', 'handCount'] as const;
/** A mini program page bears a thousand nodes. */
const AT_ONCE = process.env.TARO_ENV === 'weapp' ? 26 : 120;

/** Planned, registered, checked in and counted by the week; a week opens its sessions. Boxes only: weapp has no SVG. */
export function Weeks({ asks, onWeek }: { asks: BoardAsks; onWeek: (monday: string | null) => void }) {
  const { data } = useBoardWeeks(weeksQueryOf(asks, serverNow()));
  const weeks = data?.items.slice(-AT_ONCE) ?? [];
  // One column is no trend.
  if (weeks.length < 2) return null;
  const axis = axisOf(
    weeks.map(({ planned, registered, checkedIn, handCount }) => ({
      ...{ planned: null, capacity: planned, registered, checkedIn, handCount },
    })),
  );
  const height = (value: number) => `${Math.round((value / axis.end) * 1000) / 10}%`;
  return (
    <>
      <View className="sec">
        <View className="grow">{boardText.weeks}</View>
        {asks.week && <Act onTap={() => onWeek(null)}>{boardText.allWeeks}</Act>}
      </View>
      <View className="group weeks">
        <View className="weeks__axis" aria-hidden="true">
          {gridOf(axis).map((value) => (
            <View key={value} className="weeks__value" style={{ bottom: height(value) }}>
              {value}
            </View>
          ))}
        </View>
        <View className="weeks__all">
          {[...weeks].reverse().map((week) => (
            <Column key={week.monday} week={week} on={week.monday === asks.week} height={height} onWeek={onWeek} />
          ))}
        </View>
      </View>
      <View className="after">{boardText.weeksNote}</View>
    </>
  );
}

interface ColumnProps {
  week: BoardWeek;
  on: boolean;
  /** Of a value, in per cent of the chart. */
  height: (value: number) => string;
  onWeek: (monday: string | null) => void;
}

function Column({ week, on, height, onWeek }: ColumnProps) {
  const { planned, registered, checkedIn, handCount, monday } = week;
  const numbers = SERIES.map((key) => `${five[key]} ${week[key] ?? five.none}`).join('，');
  const [, month, day] = monday.split('-').map(Number);
  const name = `${month}.${day}`;
  return (
    <Tap
      className={classes('weeks__one', on && 'weeks__one--on')}
      label={boardText.weekSaid(
        boardText.weekOf(name),
        week.sessions,
        week.sessions > 0 ? numbers : boardText.noneInWeek,
      )}
      onTap={() => onWeek(on ? null : monday)}
    >
      <View className="weeks__bars">
        {planned !== null && <View className="weeks__planned" style={{ height: height(planned) }} />}
        {registered !== null && <View className="weeks__registered" style={{ height: height(registered) }} />}
        {checkedIn !== null && <View className="weeks__in" style={{ height: height(checkedIn) }} />}
        {handCount !== null && <View className="weeks__hand" style={{ bottom: height(handCount) }} />}
      </View>
      <View className="weeks__day">{name}</View>
    </Tap>
  );
}
