import { useInfiniteQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { MayAct } from '@/features/desk/MayAct';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { open } from '@/lib/routes';
import { editor } from '@/lib/text/editor';
import { outgoing } from '@/lib/text/outward';
import { setup as setupWords } from '@/lib/text/setup';
import { useAccount } from '@/lib/tokens';
import '../place/place.scss';

const { places: words } = outgoing;

/** 场地: the unit's own and those below it, to be changed. */
export default function PlacesPage() {
  const ways = (
    <>
      <ExportButton asked={{ kind: 'venues' }} />
      <ExportButton asked={{ kind: 'slots' }} text={outgoing.slots.file} />
      <MayAct>
        <Button kind="primary" icon="plus" onTap={() => open(editorUrls.place())}>
          {words.make}
        </Button>
      </MayAct>
    </>
  );
  return (
    <Desk on="events" title={words.title} sub={words.sub} crumb={editor.nav} acts={ways}>
      {() => (
        <>
          <List />
          <View className="narrow-only place__make">{ways}</View>
        </>
      )}
    </Desk>
  );
}

function List() {
  const account = useAccount();
  const [q, setQ] = useState('');
  const list = useInfiniteQuery({
    queryKey: ['deskVenues', account?.id, q.trim()],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/venues', {
        query: { limit: 30, ...(q.trim() && { q: q.trim() }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  useDidShow(() => void list.refetch());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <View className="place__search">
        <SearchField value={q} placeholder={words.search} onChange={setQ} />
      </View>
      {list.isPending && <Skeleton cards={4} height={64} />}
      {list.isError && !list.data && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty icon="pin" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.length > 0 && (
        <Group>
          {items.map(({ id, name, address, capacity, organizer, shared, upcoming }) => (
            <Cell
              key={id}
              icon="pin"
              sub={
                <>
                  <View>{address}</View>
                  <View>{organizer.name}</View>
                  <View>
                    {[
                      capacity !== null && setupWords.room(capacity),
                      shared && words.shared,
                      upcoming > 0 && words.upcoming(upcoming),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </View>
                </>
              }
              onTap={() => open(editorUrls.place(id))}
            >
              {name}
            </Cell>
          ))}
        </Group>
      )}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
    </>
  );
}
