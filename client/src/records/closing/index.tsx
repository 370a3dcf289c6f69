import type { ClosingCard } from '@openday/shared/closing';
import { dayText } from '@openday/shared/dates';
import { useInfiniteQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { Desk } from '@/features/desk/Desk';
import { PAST_ENTRY_URL, reportUrl } from '@/features/desk/record-urls';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { closingReport as words } from '@/lib/text/closing-report';
import { useAccount } from '@/lib/tokens';
import './closing.scss';

type Show = keyof typeof words.tabs;
const SHOWN: Show[] = ['due', 'draft', 'published'];

/** Sessions that are over, by where their report stands. */
export default function ClosingPage() {
  const [show, setShow] = useState<Show>('due');
  const ways = (
    <>
      <ExportButton asked={{ kind: 'closings' }} />
      <Button kind="ink" icon="plus" onTap={() => open(PAST_ENTRY_URL)}>
        {words.record}
      </Button>
    </>
  );
  return (
    <Desk on="closing" title={words.title} sub={words.sub} acts={ways}>
      {() => (
        <>
          <View className="stages" role="group" aria-label={words.title}>
            {SHOWN.map((key) => (
              <Chip key={key} on={key === show} onTap={() => setShow(key)}>
                {words.tabs[key]}
              </Chip>
            ))}
          </View>
          <Reports show={show} />
          <View className="narrow-only closings__more">{ways}</View>
        </>
      )}
    </Desk>
  );
}

function Reports({ show }: { show: Show }) {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['closings', account?.id, show],
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/closing', { query: { show, limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  useDidShow(() => void list.refetch());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Skeleton cards={3} height={84} />;
  if (list.isError && !items.length) return <Failed failure={list.error} onAgain={() => void list.refetch()} />;
  if (!items.length)
    return (
      <Empty icon="check" title={words.none[show]}>
        {words.noneSub}
      </Empty>
    );
  return (
    <>
      <Group>
        {items.map((card) => (
          <ReportRow key={card.sessionId} card={card} />
        ))}
      </Group>
      {list.hasNextPage && (
        <Button
          kind="white"
          className="closings__more"
          busy={list.isFetchingNextPage}
          onTap={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

function ReportRow({ card }: { card: ClosingCard }) {
  const { sessionId, theme, organizer, startsAt, actual, source, state, recordedAfter } = card;
  const came = actual !== null && `${source === 'estimated' ? words.estimated : ''}${words.came(actual)}`;
  const facts = [organizer.name, dayText(startsAt, serverNow()), came].filter(Boolean);
  return (
    <Tap role="link" className="closings__one" onTap={() => open(reportUrl(sessionId))}>
      <View className="grow">
        <View className="strong">{theme}</View>
        <View className="closings__facts">{facts.join(' · ')}</View>
        <View className="closings__tags">
          <Standing card={card} />
          {state === 'draft' && <Tag>{words.begun}</Tag>}
          {recordedAfter && <Tag>{words.past}</Tag>}
        </View>
      </View>
      <Icon name="right" className="cell__go" />
    </Tap>
  );
}

function Standing({ card: { state, overdue, dueAt, publishedAt } }: { card: ClosingCard }) {
  const now = serverNow();
  if (state === 'published') return <Tag kind="ok">{words.published(dayText(publishedAt ?? dueAt, now))}</Tag>;
  const day = dayText(dueAt, now);
  return overdue ? <Tag kind="bad">{words.overdue(day)}</Tag> : <Tag>{words.due(day)}</Tag>;
}
