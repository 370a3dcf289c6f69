import { auditActText } from '@openday/shared/audit-acts';
import { clockOf, dayOf, dayText, instantOf } from '@openday/shared/dates';
import type { AuditLine } from '@openday/shared/people';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
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
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { audit as words } from '@/lib/text/audit';
import { useAccount } from '@/lib/tokens';
import '../district.scss';

const SPANS = ['today', 'week', 'month', 'all'] as const;
type Span = (typeof SPANS)[number];
const DAYS = { today: 0, week: 6, month: 29 };
const DAY_MS = 86_400_000;
const ANYONE = 'anyone';

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
  const [whose, setWhose] = useState<string>(ANYONE);
  const members = useQuery({
    queryKey: ['members', account?.id, 'all'],
    queryFn: ({ signal }) => api('GET /desk/members', { query: { limit: 100 }, signal }),
  });
  const asked = { ...(noun !== 'all' && { act: noun }), ...(whose !== ANYONE && { account: whose }) };
  const from = span === 'all' ? null : dayOf(serverNow() - DAYS[span] * DAY_MS);
  const query = { limit: 50, ...asked, ...(from && { from }) };
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
        <Select
          label={words.whose}
          options={[
            { key: ANYONE, text: words.anyone },
            ...(members.data?.items ?? []).map(({ id, name, organizer }) => ({
              key: id,
              text: `${name} ${organizer.name}`,
            })),
          ]}
          on={whose}
          onPick={setWhose}
        />
      </View>
      {account?.role === 'district' && (
        <ExportButton asked={{ kind: 'audit', ...asked, ...(from && { from: instantOf(from, '00:00') }) }} />
      )}
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
          {auditActText(act)} {result !== 'ok' && <Tag kind="warn">{words.refused}</Tag>}
        </View>
        <View className="unit__sub">{who ? `${who.name} ${who.organizer}` : words.nobody}</View>
        <View className="unit__sub">{words.target(target.id)}</View>
      </View>
    </View>
  );
}
