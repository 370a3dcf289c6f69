import { momentText } from '@openday/shared/dates';
import type { PlanImport, PlanRow } from '@openday/shared/plans';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { againUrl } from '@/features/desk/places';
import { ExportButton } from '@/features/exports/ExportButton';
import { isPublic, readyRows, standingOf } from '@/features/plans/row-standing';
import { usePlan } from '@/features/plans/usePlans';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { review as words } from '@/lib/text/review';
import { reviewActs } from '@/lib/text/review-acts';
import { PublishSheet } from './PublishSheet';
import { Rows } from './Rows';
import { SaveMark } from './SaveState';
import './deciding.scss';
import './review.scss';

/** B11: a sheet's rows, raw beside read, decided one by one or several at once, and made public. */
export default function PlanReviewPage() {
  const { id = '' } = useRouter().params;
  const plan = usePlan(id);
  const { data } = plan;
  const [publishing, setPublishing] = useState(false);
  const [seek, setSeek] = useState<Id | null>(null);
  const file = data && <ExportButton asked={{ kind: 'plan', plan: data.id }} />;
  const out = data?.items.some(isPublic) && (
    <Button kind="ink" icon="share" onTap={() => open(editorUrls.outwardPlan(data.id))}>
      {reviewActs.publish.outward}
    </Button>
  );
  const publish = data && <PublishButton plan={data} onTap={() => setPublishing(true)} />;
  return (
    <Desk
      on="plans"
      acting
      crumb={words.crumb}
      title={data?.title ?? words.title}
      sub={data && words.sub(data.items.length, momentText(data.createdAt, serverNow()))}
      acts={
        data && (
          <>
            <SaveMark plan={data.id} />
            {file}
            {out}
            <Button kind="ink" icon="doc" onTap={() => open(againUrl(data.id, data.title))}>
              {reviewActs.again.button}
            </Button>
            {publish}
          </>
        )
      }
      foot="bar"
    >
      {() => {
        if (plan.isError && !data) return <Failed failure={plan.error} onAgain={() => void plan.refetch()} />;
        if (id === '') return <Empty icon="doc" title={words.noId} />;
        if (!data) return <Skeleton cards={3} height={160} />;
        if (data.items.length === 0) return <Empty icon="doc" title={words.noRows} />;
        return (
          <>
            <Rows
              key={data.id}
              plan={data}
              seek={seek}
              onSought={() => setSeek(null)}
              publish={publish}
              onUpdate={() => setPublishing(true)}
            />
            <View className="narrow-only">
              {out}
              {file}
              <Button kind="plain" icon="doc" onTap={() => open(againUrl(data.id, data.title))}>
                {reviewActs.again.button}
              </Button>
            </View>
            {publishing && <PublishSheet plan={data} onSee={setSeek} onClose={() => setPublishing(false)} />}
          </>
        );
      }}
    </Desk>
  );
}

function PublishButton({ plan, onTap }: { plan: PlanImport; onTap: () => void }) {
  const ready = readyRows(plan.items);
  return (
    <Button kind="ink" off={ready.length === 0} onTap={onTap}>
      {publishWords(plan, ready)}
    </Button>
  );
}

function publishWords({ items }: PlanImport, ready: readonly PlanRow[]): string {
  const { publish: said } = reviewActs;
  if (ready.length === 0) return items.every((row) => standingOf(row) === 'public') ? said.allOut : said.noneReady;
  return ready.every(isPublic) ? said.goAgain(ready.length) : said.go(ready.length);
}
