import type { Closing } from '@openday/shared/closing';
import type { AttendanceRow } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { FIVE, fiveWords } from '@/features/reports/five-words';
import { Lane } from '@/features/reports/Lane';
import { axisOf } from '@/features/reports/lane-axis';
import { Mark } from '@/features/reports/Mark';
import { desk } from '@/lib/text/desk';

/** The five numbers on one axis, and as words. */
export function Numbers({ closing }: { closing: Closing }) {
  const { numbers, sessionId, eventId, theme, organizer, venue, startsAt, endsAt } = closing;
  const known = { sessionId, eventId, theme, organizer, venue, startsAt, endsAt };
  const row: AttendanceRow = { ...known, ...numbers, mode: 'none', state: 'ended' };
  const words = fiveWords(row);
  return (
    <View className="group report__numbers">
      <View className="report__lane">
        <Lane row={row} axis={axisOf([row])} />
      </View>
      <View className="report__five">
        {FIVE.map((key) => (
          <View key={key} className="report__one">
            <Mark of={key} />
            <View className="report__n">{words[key]}</View>
            <View className="report__from">{desk.five[key]}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
