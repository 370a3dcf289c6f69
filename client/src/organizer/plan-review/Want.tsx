import type { PlanWarning } from '@openday/shared/plan-warnings';
import type { PlanRow } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { isCancelled, isLeft, isSkipped, openWarnings, standingOf } from '@/features/plans/row-standing';
import { factOf } from '@/features/plans/settled';
import { deciding } from '@/lib/text/deciding';
import { CODE_WORDS } from '@/lib/text/plan-codes';
import { review as words } from '@/lib/text/review';
import { reviewActs } from '@/lib/text/review-acts';

/** Under a row's name in a list: what it still wants, else what was decided. */
export function Want({ row }: { row: PlanRow }) {
  const standing = standingOf(row);
  const open = standing === 'block' || standing === 'ask';
  if (!open) {
    const said = restWords(row);
    return said ? <View className="rows__want">{said}</View> : null;
  }
  const wants = openWarnings(row, standing === 'block' ? 'block' : 'confirm');
  const said = isLeft(row) ? reviewActs.again.goneDraft : wants.map(wantWords).join('；');
  return <View className={`rows__want rows__want--${standing}`}>{said}</View>;
}

/** A message's fact; a quotation alone says nothing without what it is about. */
function wantWords({ code, message }: PlanWarning): string {
  const fact = factOf(message);
  if (fact === '') return CODE_WORDS[code];
  return /^“[^”]*”$/.test(fact) ? `${CODE_WORDS[code]}：${fact}` : fact;
}

/** Nothing is wanted of it. */
function restWords(row: PlanRow): string | null {
  if (isCancelled(row)) return words.cancelled;
  if (isSkipped(row)) return words.skippedRow;
  if (row.outdated) return reviewActs.again.update;
  if (row.state === 'announced' || row.decided.act === 'announce') return deciding.time.announce;
  return null;
}
