import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { CheckBox } from '@/components/CheckBox';

export interface DayCheckProps {
  on: boolean;
  /** Left out by the holidays: nothing to press. */
  fixed: boolean;
  day: string;
  note: string | null;
  onFlip: () => void;
}

/** One day of a rhythm: held, or left out. */
export function DayCheck({ on, fixed, day, note, onFlip }: DayCheckProps) {
  if (fixed) return <Cell sub={note}>{day}</Cell>;
  return (
    <CheckBox on={on} onChange={onFlip}>
      {day}
      {note && <View className="cell__sub">{note}</View>}
    </CheckBox>
  );
}
