import { dayText } from '@openday/shared/dates';
import type { Restriction } from '@openday/shared/registrations';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { SayingSheet } from '@/components/SayingSheet';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { MayAct } from '@/features/desk/MayAct';
import { holds } from '@/features/registrations/useMyRestrictions';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { admitting } from '@/lib/text/admitting';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';

const { noShows: words } = admitting;

/** Whom the rules hold back, and letting them go. */
export function RestrictionList() {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['restrictions', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /restrictions', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  if (list.isPending) return <Skeleton cards={2} />;
  if (list.isError) return <Failed failure={list.error} onAgain={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <View className="after">{words.none}</View>;
  return (
    <>
      <View className="group">
        {items.map((restriction) => (
          <One key={restriction.id} restriction={restriction} />
        ))}
      </View>
      {list.hasNextPage && (
        <Button kind="white" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {registering.mine.more}
        </Button>
      )}
    </>
  );
}

function One({ restriction }: { restriction: Restriction }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, name, phoneLast4, until, clearedAt, missed, programme } = restriction;
  const now = serverNow();
  const clear = useMutation({
    mutationFn: (reason: string) => api('POST /restrictions/:id/clear', { params: { id }, body: { reason } }),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['restrictions'] });
    },
  });
  const active = holds(restriction);
  return (
    <View className="heldback">
      <View className="grow">
        <View className="strong">
          {[name, phoneLast4 && admitting.list.last4(phoneLast4)].filter(Boolean).join(' · ')}
        </View>
        <View className="person__sub">{programme.title}</View>
        <View className="person__sub">
          {[words.missed(missed.length), ...missed.map(({ startsAt }) => dayText(startsAt, now))].join(' · ')}
        </View>
      </View>
      {active ? (
        <>
          <Tag kind="warn">{words.until(dayText(until, now))}</Tag>
          <MayAct>
            <Act label={`${words.clear} ${name}`} onTap={() => setAsking(true)}>
              {words.clear}
            </Act>
          </MayAct>
        </>
      ) : (
        <Tag>{clearedAt ? words.cleared : words.over}</Tag>
      )}
      {asking && (
        <SayingSheet
          title={words.clearTitle(name)}
          sub={words.clearSub}
          presets={words.presets}
          own={words.own}
          submit={words.submit}
          busy={clear.isPending}
          failure={clear.error}
          onSay={(reason) => clear.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  );
}
