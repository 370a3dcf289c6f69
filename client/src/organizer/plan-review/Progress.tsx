import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { RowMap, RowMapKey } from '@/features/plans/RowMap';
import { countStandings } from '@/features/plans/row-standing';
import { review as words } from '@/lib/text/review';
import { RowList } from './RowList';
import { SaveMark } from './SaveState';
import type { Review } from './useReview';

/** How far the sheet is: counts, the map, and on a phone the way to all rows and to publishing. */
export function Progress({ review, publish }: { review: Review; publish: ReactNode }) {
  const { rows, here, go } = review;
  const [listing, setListing] = useState(false);
  const counts = countStandings(rows);
  const dated = rows.filter(({ state }) => state === 'published').length;
  const undated = rows.filter(({ state }) => state === 'announced').length;
  return (
    <View className="group prog">
      <View className="prog__head">
        <View className="prog__count">
          {words.decided(counts.decided + counts.public, rows.length)}
          <View className="prog__word">{words.rowsDecided}</View>
        </View>
        <View className="prog__public">{words.publicCounts(dated, undated)}</View>
      </View>
      <View className="prog__map">
        <RowMap rows={rows} here={here} onGo={go} />
      </View>
      <View className="prog__foot">
        <RowMapKey rows={rows} />
        <View className="narrow-only">
          <SaveMark plan={review.planId} />
        </View>
      </View>
      <View className="prog__acts narrow-only">
        <Button kind="ink" onTap={() => setListing(true)}>
          {words.allRows(rows.length)}
        </Button>
        {publish}
      </View>
      {listing && (
        <Sheet title={words.allRows(rows.length)} label={words.allRows(rows.length)} onClose={() => setListing(false)}>
          <RowList review={review} onGone={() => setListing(false)} />
        </Sheet>
      )}
    </View>
  );
}
