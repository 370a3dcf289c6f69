import { momentText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Skeleton } from '@/components/Skeleton';
import { usePlanList } from '@/features/plans/usePlans';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { planning } from '@/lib/text/planning';
import { Desk } from '../Desk';
import { reviewUrl } from '../places';
import { NewPlanForm } from './NewPlanForm';
import './plans.scss';

const { list: words } = planning;

/** The sheets imported so far, and a new one. */
export default function PlansPage() {
  const [making, setMaking] = useState(false);
  const start = (
    <Button kind="primary" icon="plus" onTap={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  return (
    <Desk on="plans" title={words.title} sub={words.sub} acts={!making && start}>
      {() => (making ? <NewPlanForm onClose={() => setMaking(false)} /> : <PlanList start={start} />)}
    </Desk>
  );
}

function PlanList({ start }: { start: ReactNode }) {
  const list = usePlanList();
  useDidShow(() => void list.refetch());
  if (list.isPending) return <Skeleton cards={2} height={72} />;
  if (list.isError && !list.data) return <Failed failure={list.error} onAgain={() => void list.refetch()} />;
  const { items } = list.data;
  if (items.length === 0) {
    return (
      <Empty icon="doc" title={words.none} acts={<View className="narrow-only">{start}</View>}>
        {words.noneSub}
      </Empty>
    );
  }
  return (
    <>
      <Group>
        {items.map(({ id, title, rows, published, createdAt }) => (
          <Cell
            key={id}
            icon="doc"
            sub={`${words.one(rows, published)} · ${words.at(momentText(createdAt, serverNow()))}`}
            value={published < rows ? words.left(rows - published) : words.all}
            onTap={() => open(reviewUrl(id))}
          >
            {title}
          </Cell>
        ))}
      </Group>
      <View className="narrow-only">{start}</View>
    </>
  );
}
