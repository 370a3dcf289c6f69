import type { Question } from '@openday/shared/questions';
import type { RegistrantCounts } from '@openday/shared/registrants';
import { REGISTRATION_STATUSES, type RegistrationStatus } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { useMayAct } from '@/features/desk/may-act';
import { LIVE } from '@/features/registrations/useMine';
import { admitting, STATUS_WORDS } from '@/lib/text/admitting';
import { DecideBar } from './DecideBar';
import { RegistrantRow } from './RegistrantRow';
import { TickBox } from './TickBox';
import { useRegistrants } from './useRegistrants';
import { isDecidable, useTicked } from './useTicked';

const { list: words, bulk } = admitting;

interface RegistrantListProps {
  session: SessionDetail;
  questions: Question[];
  counts: RegistrantCounts;
}

/** Who registered: by status, or found by name or telephone; what waits for the unit is first. */
export function RegistrantList({ session, questions, counts }: RegistrantListProps) {
  const { parties } = counts;
  const total = REGISTRATION_STATUSES.reduce((sum, status) => sum + parties[status], 0);
  const [picked, setPicked] = useState<RegistrationStatus | 'all' | null>(null);
  const [q, setQ] = useState('');
  const [at, setAt] = useState(0);
  const on = picked ?? (parties.applied > 0 ? 'applied' : 'all');
  const list = useRegistrants(session.id, on === 'all' ? null : on, q, total > 0);
  const shown = list.data?.pages[at]?.items ?? [];
  const may = useMayAct();
  const tickable = may ? shown.filter(({ status }) => LIVE.includes(status)) : [];
  const ticked = useTicked(tickable);

  if (total === 0) {
    return (
      <Empty icon="users" title={words.none}>
        {words.noneSub}
      </Empty>
    );
  }
  const inDraw = session.mode === 'draw' && !session.draw?.drawnAt && shown.every((one) => !isDecidable(one));
  const seeking = q.trim() !== '';
  const pick = (status: RegistrationStatus | 'all') => {
    setPicked(status);
    setQ('');
    setAt(0);
  };
  const later = async () => {
    if (at + 1 >= (list.data?.pages.length ?? 0)) await list.fetchNextPage();
    setAt(at + 1);
  };
  const more = at + 1 < (list.data?.pages.length ?? 0) || list.hasNextPage;
  return (
    <>
      <View className="listhead">
        <View className="chips" role="group" aria-label={words.tabs}>
          <Chip on={!seeking && on === 'all'} onTap={() => pick('all')}>
            {words.tab(words.all, total)}
          </Chip>
          {REGISTRATION_STATUSES.filter((status) => parties[status] > 0).map((status) => (
            <Chip key={status} on={!seeking && on === status} onTap={() => pick(status)}>
              {words.tab(status === 'applied' && inDraw ? words.inDraw : STATUS_WORDS[status], parties[status])}
            </Chip>
          ))}
        </View>
        <SearchField
          value={q}
          placeholder={words.search}
          onChange={(next) => {
            setQ(next);
            setAt(0);
          }}
        />
      </View>
      <DecideBar session={session.id} ticked={ticked} />
      {list.isPending && <Skeleton cards={3} height={72} />}
      {list.isError && !list.data && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {tickable.length > ticked.items.length && (
        <View className="narrow-only">
          <Act className="list__all" onTap={ticked.all}>
            {bulk.all(tickable.length)}
          </Act>
        </View>
      )}
      {list.data && (
        <View className="group people">
          <View className="person person--head wide-only">
            {tickable.length > 0 && (
              <TickBox
                on={ticked.items.length === tickable.length}
                label={bulk.all(tickable.length)}
                onTap={ticked.all}
              />
            )}
            <Heads />
          </View>
          {shown.map((registrant) => (
            <RegistrantRow
              key={registrant.id}
              registrant={registrant}
              questions={questions}
              session={session}
              column={tickable.length > 0}
              tick={
                tickable.includes(registrant)
                  ? { on: ticked.has(registrant.id), onTap: () => ticked.toggle(registrant.id) }
                  : null
              }
            />
          ))}
          {shown.length === 0 && <Nothing seeking={seeking} fetching={list.isFetching} />}
        </View>
      )}
      {at > 0 && <Act onTap={() => setAt(at - 1)}>{words.earlier}</Act>}
      {more && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void later()}>
          {words.more}
        </Act>
      )}
      <View className="after">{list.isFetching ? words.reading : words.audited}</View>
    </>
  );
}

function Nothing({ seeking, fetching }: { seeking: boolean; fetching: boolean }) {
  if (!seeking) return <View className="section dim">{words.noneHere}</View>;
  return (
    <View className="section">
      <View>{fetching ? words.reading : words.noneFound}</View>
      {!fetching && <View className="cell__sub">{words.noneFoundSub}</View>}
    </View>
  );
}

function Heads() {
  return (
    <>
      <View className="person__who">{words.columns.who}</View>
      <View className="person__party">{words.columns.party}</View>
      <View className="person__about">{words.columns.about}</View>
      <View className="person__at">{words.columns.at}</View>
      <View className="person__end">{words.columns.act}</View>
    </>
  );
}
