import type { PlanDecision, PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { decide } from '@/features/plans/row-saver';
import { say } from '@/lib/say';
import { planning } from '@/lib/text/planning';
import type { Review } from './useReview';

const { review: words, time } = planning;

/** One decision for all rows that are ticked; shown only when some are. */
export function Bulk({ review }: { review: Review }) {
  const { ticked, tick, listed, planId } = review;
  const all = (decision: PlanDecision, can: (row: PlanRow) => boolean) => {
    const able = ticked.filter(can);
    for (const row of able) decide(planId, row.id, decision);
    tick(able, false);
    if (able.length < ticked.length) say(words.bulkPart(able.length, ticked.length - able.length));
  };
  return (
    <View className="bulk">
      {words.bulk(ticked.length)}
      <View className="bulk__acts">
        <Act onTap={() => all({ act: 'announce' }, ({ announceable }) => announceable)}>{time.announce}</Act>
        <Act onTap={() => all({ act: 'skip' }, ({ state }) => state !== 'announced')}>{words.bulkSkip}</Act>
        <Act
          onTap={() =>
            tick(
              listed.filter(({ state }) => state !== 'published'),
              true,
            )
          }
        >
          {words.bulkAll}
        </Act>
        <Act onTap={() => tick(ticked, false)}>{words.bulkNone}</Act>
      </View>
    </View>
  );
}

function Act({ children, onTap }: { children: string; onTap: () => void }) {
  return (
    <Tap className="bulk__act" onTap={onTap}>
      {children}
    </Tap>
  );
}
