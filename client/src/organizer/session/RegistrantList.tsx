import type { Question } from '@openday/shared/questions';
import { REGISTRATION_STATUSES, type RegistrationStatus } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { admitting, STATUS_WORDS } from '@/lib/text/admitting';
import { RegistrantRow } from './RegistrantRow';
import { useFound, useRegistrants } from './useRegistrants';

const { list: words } = admitting;
/** A mini program page bears a thousand nodes; a row has some thirty. */
const AT_ONCE = process.env.TARO_ENV === 'weapp' ? 20 : 200;

/** Who registered: by status, or found by name or telephone; what waits for the unit is first. */
export function RegistrantList({ session, questions }: { session: Id; questions: Question[] }) {
  const list = useRegistrants(session);
  const { registrants, counts } = list;
  const [picked, setPicked] = useState<RegistrationStatus | 'all' | null>(null);
  const [q, setQ] = useState('');
  const [from, setFrom] = useState(0);
  const found = useFound(session, q);
  const on = picked ?? (counts.applied ? 'applied' : 'all');

  if (list.isPending) return <Skeleton cards={3} height={72} />;
  if (list.isError && registrants.length === 0) {
    return <Failed failure={list.error} onAgain={() => void list.refetch()} />;
  }
  if (registrants.length === 0) {
    return (
      <Empty icon="users" title={words.none}>
        {words.noneSub}
      </Empty>
    );
  }
  const inDraw = registrants.every(({ status, ticketNo }) => status !== 'applied' || ticketNo !== null);
  const seeking = q.trim() !== '';
  const shown = seeking ? (found.data?.items ?? []) : registrants.filter(({ status }) => on === 'all' || status === on);
  const count = (n: number) => (list.hasNextPage ? words.atLeast(n) : String(n));
  const tabs = REGISTRATION_STATUSES.filter((status) => counts[status]);
  const pick = (status: RegistrationStatus | 'all') => {
    setPicked(status);
    setQ('');
    setFrom(0);
  };
  const rest = shown.length - from - AT_ONCE;
  return (
    <>
      <View className="chips" role="group" aria-label={words.tabs}>
        <Chip on={!seeking && on === 'all'} onTap={() => pick('all')}>
          {words.tab(words.all, count(registrants.length))}
        </Chip>
        {tabs.map((status) => (
          <Chip key={status} on={!seeking && on === status} onTap={() => pick(status)}>
            {words.tab(
              status === 'applied' && inDraw ? words.inDraw : STATUS_WORDS[status],
              count(counts[status] ?? 0),
            )}
          </Chip>
        ))}
      </View>
      <SearchField value={q} placeholder={words.search} onChange={setQ} />
      <View className="group people">
        <Heads />
        {shown.slice(from, from + AT_ONCE).map((registrant) => (
          <RegistrantRow key={registrant.id} registrant={registrant} questions={questions} />
        ))}
        {shown.length === 0 && <Nothing seeking={seeking} fetching={found.isFetching} />}
      </View>
      {from > 0 && <Act onTap={() => setFrom(from - AT_ONCE)}>{words.earlier}</Act>}
      {rest > 0 && <Act onTap={() => setFrom(from + AT_ONCE)}>{words.more(rest)}</Act>}
      <View className="after">{list.isFetchingNextPage ? words.reading : words.audited}</View>
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
    <View className="person person--head wide-only">
      <View className="person__who">{words.columns.who}</View>
      <View className="person__party">{words.columns.party}</View>
      <View className="person__about">{words.columns.about}</View>
      <View className="person__at">{words.columns.at}</View>
      <View className="person__end">{words.columns.act}</View>
    </View>
  );
}
