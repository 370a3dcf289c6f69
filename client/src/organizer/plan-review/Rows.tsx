import type { PlanImport } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { DiffBar } from './DiffBar';
import { Progress } from './Progress';
import { RowCard } from './RowCard';
import { RowList } from './RowList';
import { SaveFailure } from './SaveState';
import { useReview } from './useReview';

/** The mini program is never this wide, and counts what it does not show. */
const PHONE_ONLY = process.env.TARO_ENV === 'weapp';

export interface RowsProps {
  plan: PlanImport;
  /** A row somebody asks to see. */
  seek: Id | null;
  onSought: () => void;
  publish: ReactNode;
  /** To the sheet that brings public rows up to date. */
  onUpdate: () => void;
}

/** The desk itself: how far, the list, and the row that is looked at. */
export function Rows({ plan, seek, onSought, publish, onUpdate }: RowsProps) {
  const review = useReview(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time
  useEffect(() => {
    if (!seek) return;
    review.goTo(seek);
    onSought();
  }, [seek]);
  return (
    <>
      <SaveFailure plan={plan.id} />
      <DiffBar plan={plan} review={review} onUpdate={onUpdate} />
      <Progress review={review} publish={publish} />
      <View className="review">
        {!PHONE_ONLY && (
          <View className="review__list">
            <RowList review={review} />
          </View>
        )}
        <RowCard key={review.row.id} plan={plan} review={review} />
      </View>
    </>
  );
}
