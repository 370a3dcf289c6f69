import { clockText, dayOf, dayText } from '@openday/shared/dates';
import type { DeskEvent } from '@openday/shared/desk-events';
import { EVENT_STATES, type EventState } from '@openday/shared/events';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { MayAct } from '@/features/desk/MayAct';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { editor, STATE_WORDS } from '@/lib/text/editor';
import { useAccount } from '@/lib/tokens';
import { StartSheet } from './StartSheet';
import './events.scss';

const { list: words } = editor;
const TAGS: Partial<Record<EventState, 'ok' | 'warn' | 'bad'>> = {
  published: 'ok',
  submitted: 'warn',
  cancelled: 'bad',
};
type Tab = EventState | 'all';

/** 活动: the unit's own in every state, and a new one. */
export default function EventsPage() {
  const [starting, setStarting] = useState(false);
  const make = (
    <MayAct>
      <Button kind="primary" icon="plus" onTap={() => setStarting(true)}>
        {words.make}
      </Button>
    </MayAct>
  );
  return (
    <Desk
      on="events"
      title={words.title}
      acts={
        <>
          <Button kind="ink" icon="pin" onTap={() => open(editorUrls.places)}>
            {words.places}
          </Button>
          <Button kind="ink" icon="link" onTap={() => open(editorUrls.sites)}>
            {words.sites}
          </Button>
          {make}
        </>
      }
    >
      {() => (
        <>
          <List />
          <View className="narrow-only events__make">{make}</View>
          <View className="narrow-only events__ways">
            <Act icon="pin" onTap={() => open(editorUrls.places)}>
              {words.places}
            </Act>
            <Act icon="link" onTap={() => open(editorUrls.sites)}>
              {words.sites}
            </Act>
          </View>
          {starting && <StartSheet onClose={() => setStarting(false)} />}
        </>
      )}
    </Desk>
  );
}

function List() {
  const account = useAccount();
  const { params } = useRouter<{ state?: EventState }>();
  const [tab, setTab] = useState<Tab>(params.state ?? 'all');
  const [q, setQ] = useState('');
  const counts = useQuery({
    queryKey: ['deskEvents', account?.id, 'counts'],
    queryFn: ({ signal }) => api('GET /desk/events/counts', { signal }),
  });
  const asked = { ...(tab !== 'all' && { state: tab }), ...(q.trim() && { q: q.trim() }) };
  const list = useInfiniteQuery({
    queryKey: ['deskEvents', account?.id, tab, q.trim()],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api('GET /desk/events', {
        query: {
          limit: 30,
          ...asked,
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  useDidShow(() => {
    void counts.refetch();
    void list.refetch();
  });
  const states = counts.data?.states;
  const toApprove = counts.data?.toApprove ?? 0;
  const all = states ? EVENT_STATES.reduce((sum, state) => sum + states[state], 0) : 0;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {toApprove > 0 && tab !== 'submitted' && (
        <Notice icon="flag" act={{ text: words.see, onTap: () => setTab('submitted') }}>
          {words.toApprove(toApprove)}
        </Notice>
      )}
      <Choice<Tab>
        label={words.title}
        options={[
          { key: 'all', text: words.count(words.all, all) },
          ...EVENT_STATES.filter((state) => state !== 'closed' || (states?.closed ?? 0) > 0).map((key) => ({
            key,
            text: words.count(STATE_WORDS[key], states?.[key] ?? 0),
          })),
        ]}
        on={tab}
        onPick={setTab}
      />
      <View className="events__search">
        <View className="grow">
          <SearchField value={q} placeholder={words.search} onChange={setQ} />
        </View>
        <ExportButton asked={{ kind: 'events', ...asked }} />
      </View>
      {list.isPending && <Skeleton cards={4} height={64} />}
      {list.isError && !list.data && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty icon="calendar" title={tab === 'all' && q === '' ? words.none : words.noneHere}>
          {words.noneSub}
        </Empty>
      )}
      {items.length > 0 && (
        <Group>
          {items.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </Group>
      )}
      {list.hasNextPage && (
        <Button kind="plain" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Row({ event }: { event: DeskEvent }) {
  const now = serverNow();
  const { startsAt } = event;
  const isOver = event.state === 'published' && startsAt !== null && dayOf(startsAt) < dayOf(now);
  const when = startsAt ? `${dayText(startsAt, now)} ${clockText(startsAt)}` : (event.window ?? words.noDate);
  const lines = [
    [when, words.sessions(event.sessions), event.registered > 0 && words.registered(event.registered)],
    [event.organizer.name, event.followers > 0 && words.followers(event.followers)],
    [event.programme?.title],
    [event.sentBack && event.state === 'draft' && editor.form.wasSentBack(event.sentBack)],
  ].flatMap((facts) => facts.filter(Boolean).join(' · ') || []);
  return (
    <Cell
      sub={lines.map((line) => <View key={line}>{line}</View>)}
      value={isOver ? <Tag>{words.over}</Tag> : <Tag kind={TAGS[event.state]}>{STATE_WORDS[event.state]}</Tag>}
      onTap={() => open(editorUrls.event(event.id))}
    >
      {event.theme}
    </Cell>
  );
}
