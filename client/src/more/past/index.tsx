import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { CARD_PX } from '@/features/sessions/EventCard';
import { past as words } from '@/lib/text/past';
import { resident } from '@/lib/text/resident';
import { PastCard } from './PastCard';
import { usePast } from './usePast';

/** 办过的活动: the last first, and what came of each. */
export default function PastPage() {
  const [q, setQ] = useState('');
  const list = usePast(q);
  useReachBottom(() => list.more?.());
  return (
    <Page>
      <SearchField value={q} placeholder={words.search} onChange={setQ} />
      <PastList list={list} searched={q.trim() !== ''} onAll={() => setQ('')} />
    </Page>
  );
}

interface PastListProps {
  list: ReturnType<typeof usePast>;
  searched: boolean;
  onAll: () => void;
}

function PastList({ list, searched, onAll }: PastListProps) {
  const { sessions, failure, pending, busy, more, before, again } = list;
  if (pending) return <Skeleton height={CARD_PX} />;
  if (failure) return <Failed failure={failure} onAgain={again} />;
  if (sessions.length === 0) {
    if (!searched) {
      return (
        <Empty icon="calendar" title={words.none}>
          {words.noneSub}
        </Empty>
      );
    }
    const all = (
      <Button kind="primary" onTap={onAll}>
        {words.all}
      </Button>
    );
    return (
      <Empty icon="search" title={words.notFound} acts={all}>
        {words.notFoundSub}
      </Empty>
    );
  }
  return (
    <>
      {before && (
        <Button kind="white" className="past__before" onTap={before}>
          {resident.discover.before}
        </Button>
      )}
      {sessions.map((session) => (
        <PastCard key={session.id} session={session} />
      ))}
      {more && (
        <Button kind="white" busy={busy} onTap={more}>
          {resident.discover.more}
        </Button>
      )}
    </>
  );
}
