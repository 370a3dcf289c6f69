import type { AttendanceReport } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { FIVE, sumNotes, totalWords } from '@/features/reports/five-words';
import { Mark } from '@/features/reports/Mark';
import { desk } from '@/lib/text/desk';

/** What each mark means, and its sum. */
export function Legend({ report }: { report: AttendanceReport }) {
  const words = totalWords(report);
  const notes = sumNotes(report);
  return (
    <View className="group key">
      {FIVE.map((key) => (
        <View key={key} className="key__one">
          <View className="key__mark">
            <Mark of={key} />
            {desk.five[key]}
          </View>
          <View className="key__number">{words[key]}</View>
          <View className="key__note">
            {notes[key].sessions}
            {notes[key].more && <View className="key__more">{` · ${notes[key].more}`}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
