import { momentText } from '@openday/shared/dates';
import type { PlanImport, RowChange } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Chip } from '@/components/Chip';
import { serverNow } from '@/lib/clock';
import { CHANGE_WORDS } from '@/lib/text/review';
import { reviewActs } from '@/lib/text/review-acts';
import type { Review } from './useReview';

const { again: words } = reviewActs;

/** What the sheet imported last changed: how many of each, each a way to those rows; what is public and old can be updated. */
export function DiffBar({ plan, review, onUpdate }: { plan: PlanImport; review: Review; onUpdate: () => void }) {
  const { diff } = plan;
  const outdated = plan.items.filter((row) => row.outdated).length;
  if (!diff && outdated === 0) return null;
  const counts: [RowChange, number][] = diff
    ? [
        ['new', diff.added],
        ['changed', diff.changed],
        ['same', diff.same],
        ['gone', diff.gone],
      ]
    : [];
  const show = (change: RowChange) => {
    review.setFilter(`change:${change}`);
    const first = plan.items.find((row) => row.change === change);
    if (first) review.goTo(first.id);
  };
  return (
    <View className="group diff">
      {diff && <View className="diff__head">{words.head(momentText(diff.at, serverNow()))}</View>}
      <View className="chips">
        {counts.flatMap(([change, n]) =>
          n > 0
            ? [
                <Chip key={change} on={review.filter === `change:${change}`} onTap={() => show(change)}>
                  {`${CHANGE_WORDS[change]} ${n}`}
                </Chip>,
              ]
            : [],
        )}
      </View>
      {outdated > 0 && (
        <Act pill="edge" className="diff__update" onTap={onUpdate}>
          {words.updateN(outdated)}
        </Act>
      )}
    </View>
  );
}
