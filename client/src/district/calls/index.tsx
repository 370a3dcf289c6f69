import { momentText } from '@openday/shared/dates';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Segmented } from '@/components/Segmented';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { messageWords } from '@/lib/text/messages';
import { useAccount } from '@/lib/tokens';
import { Call } from './Call';
import { SmsBudgets } from './SmsBudgets';
import '../district.scss';

const { calls: words } = messageWords;

/** 电话名单: whom nothing reached; rung one by one and ticked off. */
export default function CallsPage() {
  const [on, setOn] = useState<Part>('todo');
  const file = <ExportButton asked={{ kind: 'calls', done: on === 'done' }} />;
  return (
    <Desk on="calls" title={words.title} sub={words.sub} acts={file}>
      {() => (
        <>
          <Calls on={on} onPick={setOn} />
          <View className="narrow-only file">{file}</View>
          <SmsBudgets />
        </>
      )}
    </Desk>
  );
}

type Part = 'todo' | 'done';

function Calls({ on, onPick }: { on: Part; onPick: (part: Part) => void }) {
  const account = useAccount();
  const client = useQueryClient();
  const done = on === 'done';
  const list = useInfiniteQuery({
    queryKey: ['calls', account?.id, done],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/calls', { query: { done, limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const changed = () => void client.invalidateQueries({ queryKey: ['calls'] });
  return (
    <>
      <View className="parts">
        <Segmented
          label={words.title}
          options={[
            { key: 'todo', text: words.todo },
            { key: 'done', text: words.done },
          ]}
          on={on}
          onPick={onPick}
        />
      </View>
      {list.isPending && <Skeleton cards={4} height={72} />}
      {list.isError && items.length === 0 && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon="phone" title={done ? words.noneDone : words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.length > 0 && (
        <View className="group">
          {items.map((call) => (
            <Call key={call.id} call={call} when={momentText(call.session.startsAt, serverNow())} onChanged={changed} />
          ))}
        </View>
      )}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
    </>
  );
}
