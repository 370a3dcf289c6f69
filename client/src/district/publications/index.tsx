import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { desk } from '@/lib/text/desk';
import { publications as words } from '@/lib/text/publications';
import { useAccount } from '@/lib/tokens';
import { Held } from './Held';
import '../district.scss';

/** What units want to be public, and a second person looks at first. */
export default function PublicationsPage() {
  const file = <ExportButton asked={{ kind: 'publications' }} />;
  return (
    <Desk on="suggestions" crumb={desk.nav.suggestions} title={words.title} sub={words.sub} acts={file}>
      {() => (
        <>
          <Waiting />
          <View className="narrow-only file">{file}</View>
        </>
      )}
    </Desk>
  );
}

function Waiting() {
  const account = useAccount();
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['publications', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/publications', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const changed = () => void client.invalidateQueries({ queryKey: ['publications'] });
  return (
    <>
      {list.isPending && <Skeleton cards={3} height={160} />}
      {list.isError && items.length === 0 && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon="eye" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.map((held) => (
        <Held key={held.id} held={held} onChanged={changed} />
      ))}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
      <View className="note">{words.rule}</View>
    </>
  );
}
