import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { useMayAct } from '@/features/desk/may-act';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';
import '../district.scss';
import { NewRoundSheet } from './NewRoundSheet';
import { Round } from './Round';
import { useRounds } from './useTopics';

const { topics: words, topicNames } = district;

/** 每月一题 at the desk: what residents may choose, what was chosen, what came of it. */
export default function TopicsPage() {
  const file = <ExportButton asked={{ kind: 'topics' }} />;
  return (
    <Desk on="units" title={words.title} sub={words.sub} acts={file}>
      {() => (
        <>
          <Rounds />
          <View className="narrow-only file">{file}</View>
        </>
      )}
    </Desk>
  );
}

function Rounds() {
  const may = useMayAct();
  const account = useAccount();
  const [adding, setAdding] = useState(false);
  const list = useRounds();
  const matters = useQuery({
    queryKey: ['topic-matters', account?.id],
    queryFn: ({ signal }) => api('GET /desk/monthly-topics/matters', { signal }),
  });
  const most = (matters.data?.items ?? [])
    .slice(0, 5)
    .map((one) => words.matter(topicNames[one.topic], one.suggestions));
  return (
    <>
      {most.length > 0 && <Notice>{`${words.matters}：${most.join('，')}`}</Notice>}
      {may && (
        <Button kind="white" icon="plus" className="add" onTap={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      <View className="gap" />
      {list.isPending && <Skeleton cards={2} height={140} />}
      {list.isError && list.items.length === 0 && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty icon="flag" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {list.items.map((round) => (
        <Round key={round.id} round={round} may={may} />
      ))}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
      {adding && <NewRoundSheet onClose={() => setAdding(false)} />}
    </>
  );
}
