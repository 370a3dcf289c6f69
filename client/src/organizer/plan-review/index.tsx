import { momentText } from '@openday/shared/dates';
import type { PlanImport } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { readyRows } from '@/features/plans/row-standing';
import { usePlan } from '@/features/plans/usePlans';
import { usePublish } from '@/features/plans/usePublish';
import { serverNow } from '@/lib/clock';
import { planning } from '@/lib/text/planning';
import { Desk } from '../Desk';
import { Progress } from './Progress';
import { RowCard } from './RowCard';
import { RowList } from './RowList';
import { SaveState } from './SaveState';
import { useReview } from './useReview';
import './review.scss';

const { review: words } = planning;
/** The mini program is never this wide, and counts what it does not show. */
const PHONE_ONLY = process.env.TARO_ENV === 'weapp';

/** B11: a sheet's rows, raw beside read, decided one by one and made public. */
export default function PlanReviewPage() {
  const { id = '' } = useRouter().params;
  const plan = usePlan(id);
  const { data } = plan;
  return (
    <Desk
      on="plans"
      crumb={words.crumb}
      title={data?.title ?? words.title}
      sub={data && <Sub plan={data} />}
      acts={data && <PublishButton plan={data} />}
      foot="bar"
    >
      {() => {
        if (plan.isError && !data) return <Failed failure={plan.error} onAgain={() => void plan.refetch()} />;
        if (id === '') return <Empty icon="doc" title={words.noId} />;
        if (!data) return <Skeleton cards={3} height={160} />;
        if (data.items.length === 0) return <Empty icon="doc" title={words.noRows} />;
        return <Rows key={data.id} plan={data} />;
      }}
    </Desk>
  );
}

function Sub({ plan }: { plan: PlanImport }) {
  return (
    <>
      {words.sub(plan.items.length, momentText(plan.createdAt, serverNow()))}
      <View className="wide-only review__auto">{` · ${words.autosave}`}</View>
    </>
  );
}

export function PublishButton({ plan }: { plan: PlanImport }) {
  const { publish, busy } = usePublish(plan.id);
  const ready = readyRows(plan.items);
  return (
    <Button kind="ink" off={ready.length === 0} busy={busy} onTap={() => void publish(ready)}>
      {words.publish(ready.length)}
    </Button>
  );
}

function Rows({ plan }: { plan: PlanImport }) {
  const review = useReview(plan);
  return (
    <>
      <SaveState plan={plan.id} />
      <Progress review={review} publish={<PublishButton plan={plan} />} />
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
