import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { needsClerk, openWarnings, standingOf } from '@/features/plans/row-standing';
import { useLastDone } from '@/features/plans/undo';
import { review as words } from '@/lib/text/review';
import type { Review } from './useReview';

/** On a wide screen at the card's foot with the keys; on a phone a bar. The way to what is to be decided next is always here. */
export function CardFoot({ review }: { review: Review }) {
  const { here, step } = review;
  const act = onward(review);
  return (
    <>
      <View className="card__foot wide-only">
        <View className="hotkeys">
          <View className="hotkeys__title">{words.keysTitle}</View>
          {words.keys.map(([cap, does]) => (
            <View key={cap} className="hotkeys__one">
              <Text className="hotkeys__cap">{cap}</Text>
              {does}
            </View>
          ))}
        </View>
        <Undo review={review} />
        <Button kind="primary" onTap={act.go}>
          {act.text}
        </Button>
      </View>
      <View className="narrow-only">
        <BottomBar>
          <Act className="card__prev" disabled={here === 0} onTap={() => step(-1)}>
            {words.prev}
          </Act>
          <Undo review={review} />
          <Button kind="primary" onTap={act.go}>
            {act.text}
          </Button>
        </BottomBar>
      </View>
    </>
  );
}

/** What the button does: confirms what only asks, goes on, or shows what is left here. */
function onward({ row, rows, here, settle, toNext, open }: Review): { text: string; go: () => void } {
  const asks = standingOf(row) === 'ask' ? openWarnings(row, 'confirm').length : 0;
  if (asks > 0 && openWarnings(row, 'block').length === 0) return { text: words.confirmNext(asks), go: settle };
  if (rows.some((each) => each.id !== row.id && needsClerk(each))) return { text: words.next, go: toNext };
  if (needsClerk(row)) return { text: words.leftHere, go: open };
  return { text: here === rows.length - 1 ? words.done : words.nextRow, go: toNext };
}

/** Names what it would take back. */
function Undo({ review }: { review: Review }) {
  const last = useLastDone(review.planId);
  const said = last
    ? words.undoOf(
        last.what,
        last.rows.map(({ index }) => index),
      )
    : words.noUndo;
  return (
    <Act icon="undo" className="card__undo" label={said} disabled={!last} onTap={review.undo}>
      {words.undo}
    </Act>
  );
}
