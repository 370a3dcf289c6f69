import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { PLAN_FIELD_WORDS } from '@/lib/text/review';
import { reviewActs } from '@/lib/text/review-acts';

const { again: words } = reviewActs;

/** What a corrected sheet says otherwise, cell by cell: before and now. */
export function Changes({ row }: { row: PlanRow }) {
  if (row.changes.length === 0) return null;
  return (
    <View className="changes">
      <View className="changes__title">{words.changesTitle}</View>
      {row.changes.map(({ field, before, after }) => (
        <View key={field} className="changes__one">
          <View className="changes__field">{PLAN_FIELD_WORDS[field]}</View>
          <View className="changes__cells">
            <View className="changes__before">
              <View className="changes__word">{words.before}</View>
              {before || words.blank}
            </View>
            <View className="changes__after">
              <View className="changes__word">{words.after}</View>
              {after || words.blank}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
