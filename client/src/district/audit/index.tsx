import { clockOf, dayOf, dayText } from '@openday/shared/dates';
import type { AuditLine } from '@openday/shared/people';
import { useInfiniteQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { Desk } from '@/features/desk/Desk';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';
import '../district.scss';

const { audit: words } = district;
const SPANS = ['today', 'week', 'month', 'all'] as const;
type Span = (typeof SPANS)[number];
const DAYS = { today: 0, week: 6, month: 29 };
const DAY_MS = 86_400_000;

/** Who did what, when, on what: newest first, by day and by kind. */
export default function AuditPage() {
  return (
    <Desk on="units" title={words.title} sub={words.sub}>
      {() => <Deeds />}
    </Desk>
  );
}

function Deeds() {
  const account = useAccount();
  const [noun, setNoun] = useState('all');
  const [span, setSpan] = useState<Span>('week');
  const query = {
    limit: 50,
    ...(noun !== 'all' && { act: noun }),
    ...(span !== 'all' && { from: dayOf(serverNow() - DAYS[span] * DAY_MS) }),
  };
  const list = useInfiniteQuery({
    queryKey: ['audit', account?.id, query],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/audit', { query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <View className="chips" role="group" aria-label={words.act}>
        {Object.entries(words.nouns).map(([key, text]) => (
          <Chip key={key} on={key === noun} onTap={() => setNoun(key)}>
            {text}
          </Chip>
        ))}
      </View>
      <View className="narrowing">
        <Select
          label={words.when}
          options={SPANS.map((key) => ({ key, text: words.spans[key] }))}
          on={span}
          onPick={setSpan}
        />
      </View>
      {list.isPending && <Skeleton cards={4} height={56} />}
      {list.isError && items.length === 0 && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon="clock" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.length > 0 && (
        <View className="group">
          {items.map((line) => (
            <Deed key={line.id} line={line} />
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

function Deed({ line: { at, who, act, target, result } }: { line: AuditLine }) {
  return (
    <View className="deed">
      <View className="deed__when">{`${dayText(at, serverNow()).split(' ')[0]} ${clockOf(at)}`}</View>
      <View className="grow">
        <View>
          {words.acts[act] ?? act} {result !== 'ok' && <Tag kind="warn">{words.refused}</Tag>}
        </View>
        <View className="unit__sub">
          {[who ? `${who.name} ${who.organizer}` : words.nobody, words.target(target.id)].join(' · ')}
        </View>
      </View>
    </View>
  );
}
