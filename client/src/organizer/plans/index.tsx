import { momentText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { MayAct } from '@/features/desk/MayAct';
import { reviewUrl } from '@/features/desk/places';
import { ExportButton } from '@/features/exports/ExportButton';
import { usePlanList } from '@/features/plans/usePlans';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { planning } from '@/lib/text/planning';
import { useAccount } from '@/lib/tokens';
import { listenDrops, type PickedFile } from '@/platform/pick-file';
import { wrongKind } from './FilePick';
import { NewPlanForm } from './NewPlanForm';
import './plans.scss';

const { list: words, make } = planning;

/** The sheets imported so far, and a new one: by pressing, or dragged onto the page. */
export default function PlansPage() {
  const { again: id, title = '' } = useRouter().params;
  const again = id ? { id, title: decodeURIComponent(title) } : undefined;
  const [making, setMaking] = useState(again !== undefined);
  const { dropped, over } = useDrop(() => setMaking(true));
  const start = (
    <MayAct>
      <Button kind="primary" icon="plus" onTap={() => setMaking(true)}>
        {words.make}
      </Button>
    </MayAct>
  );
  const ways = (
    <>
      <ExportButton asked={{ kind: 'imports' }} />
      {start}
    </>
  );
  const head = again ? make.again(again.title) : make.title;
  return (
    <Desk on="plans" title={making ? head : words.title} sub={!making && words.sub} acts={!making && ways}>
      {() => (
        <>
          {making ? (
            <NewPlanForm again={again} dropped={dropped} onClose={() => setMaking(false)} />
          ) : (
            <PlanList start={start} ways={ways} />
          )}
          {over && <View className="drop__over">{make.dropNow}</View>}
        </>
      )}
    </Desk>
  );
}

/** A file dragged onto the page, once somebody may import. */
function useDrop(onFile: () => void): { dropped: PickedFile | null; over: boolean } {
  const account = useAccount();
  const [dropped, setDropped] = useState<PickedFile | null>(null);
  const [over, setOver] = useState(false);
  const may = account?.role === 'organizer' || account?.role === 'district';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page listens as long as somebody is signed in
  useEffect(() => {
    if (!may) return undefined;
    return listenDrops((file) => {
      const wrong = wrongKind(file.name);
      if (wrong) return say(wrong);
      setDropped(file);
      return onFile();
    }, setOver);
  }, [may]);
  return { dropped, over };
}

function PlanList({ start, ways }: { start: ReactNode; ways: ReactNode }) {
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
      <View className="narrow-only">{ways}</View>
    </>
  );
}
