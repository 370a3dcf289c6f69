import { momentText } from '@openday/shared/dates';
import type { Message } from '@openday/shared/messages';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { useKeptView } from '@/lib/kept-views';
import { showAnswer } from '@/lib/query';
import { open, routes } from '@/lib/routes';
import { messageWords } from '@/lib/text/messages';
import { useAccount } from '@/lib/tokens';

const { inbox: words } = messageWords;

/** 消息: all one was told, newest first; opened, it is read. */
export default function InboxPage() {
  const account = useAccount();
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['messages', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /me/messages', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: account !== null,
    // What was new when it was opened stays marked while it is looked at.
    staleTime: 0,
    gcTime: 0,
  });
  const fetched = list.data?.pages.flatMap((page) => page.items);
  const { data: items = [], keptAt } = useKeptView('messages', { ...list, data: fetched });
  const again = () => void list.refetch();
  const newest = fetched?.find(({ unread }) => unread)?.at;
  useEffect(() => {
    if (!newest) return;
    api('POST /me/messages/read', { body: { upTo: newest } })
      .then((left) => showAnswer(client, ['unread', account?.id], left))
      .catch(console.info);
  }, [newest, client, account?.id]);
  if (!account) {
    return (
      <Page>
        <SignInFirst />
      </Page>
    );
  }
  return (
    <Page>
      {list.isPending && !keptAt && <Skeleton cards={4} height={88} />}
      {list.isError && items.length === 0 && <Failed failure={list.error} onAgain={again} />}
      {keptAt && <KeptNotice at={keptAt} busy={list.isFetching} onAgain={again} />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon="bell" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.length > 0 && (
        <Group>
          {items.map((message) => (
            <Line key={message.id} message={message} />
          ))}
        </Group>
      )}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
      <Group>
        <Cell icon="bell" sub={words.settingsSub} onTap={() => open(routes.messages)}>
          {words.settings}
        </Cell>
      </Group>
    </Page>
  );
}

function Line({ message: { title, text, at, unread, page } }: { message: Message }) {
  const sub = (
    <>
      {text.split('\n').map((line) => (
        <View key={line}>
          <Phrase>{line}</Phrase>
        </View>
      ))}
      <View>{momentText(at, serverNow())}</View>
    </>
  );
  return (
    <Cell sub={sub} onTap={page === null ? undefined : () => open(page)}>
      {title} {unread && <Tag kind="warn">{words.unread}</Tag>}
    </Cell>
  );
}
