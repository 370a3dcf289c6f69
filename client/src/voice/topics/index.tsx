import { momentText } from '@openday/shared/dates';
import type { MonthlyTopic } from '@openday/shared/monthly-topics';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { monthlyTopic as words } from '@/lib/text/progress';
import { useAccount } from '@/lib/tokens';
import './topics.scss';

/** 每月一题: one vote each, what was chosen and why, what came of it. */
export default function MonthlyTopicsPage() {
  const account = useAccount();
  const list = useInfiniteQuery({
    queryKey: ['monthly-topics', account?.id],
    queryFn: ({ pageParam, signal }) =>
      api('GET /monthly-topics', { query: { limit: 10, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      {list.isPending && <Skeleton cards={2} height={200} />}
      {list.isError && items.length === 0 && <Failed failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty icon="flag" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.map((round) => (
        <Round key={round.id} round={round} />
      ))}
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
    </Page>
  );
}

function Round({ round }: { round: MonthlyTopic }) {
  const client = useQueryClient();
  const now = serverNow();
  const { candidates, chosen, session, outcome, voting, myVote } = round;
  const vote = useMutation({
    mutationFn: (candidateId: string) =>
      api('POST /monthly-topics/:id/vote', { params: { id: round.id }, body: { candidateId } }),
    onSuccess: () => {
      say(words.voted);
      return client.invalidateQueries({ queryKey: ['monthly-topics'] });
    },
    onError: sayFailure,
  });
  const best = candidates.find(({ id }) => id === chosen?.candidateId);
  return (
    <View className="group topic">
      <View className="topic__part">
        <View className="strong">{round.title}</View>
        <View className="topic__sub">
          {[round.organizer.name, voting ? words.until(momentText(round.votesUntil, now)) : words.closed].join(' · ')}
        </View>
      </View>
      {candidates.map(({ id, title, note, votes, suggestions }) => (
        <View key={id} className="topic__part topic__candidate">
          <View className="grow">
            <View>{title}</View>
            {note && <View className="topic__sub">{note}</View>}
            <View className="topic__sub">
              {[words.votes(votes), suggestions > 0 && words.behind(suggestions)].filter(Boolean).join(' · ')}
            </View>
          </View>
          {id === myVote && <Tag kind="accent">{words.mine}</Tag>}
          {voting && id !== myVote && (
            <Act
              pill="edge"
              label={words.vote(title)}
              disabled={vote.isPending}
              onTap={() => whenSignedIn(() => vote.mutate(id))}
            >
              {words.voteShort}
            </Act>
          )}
        </View>
      ))}
      {best && chosen && (
        <View className="topic__part">
          <View className="strong">{words.chosen(best.title)}</View>
          <View>{chosen.reason}</View>
        </View>
      )}
      {session && (
        <View className="topic__part">
          <Act onTap={() => open(routes.event(session.eventId, session.id))}>
            {words.session(momentText(session.startsAt, now), session.theme)}
          </Act>
        </View>
      )}
      {outcome && (
        <View className="topic__part">
          <View className="strong">{words.outcome}</View>
          <View>{outcome.text}</View>
        </View>
      )}
    </View>
  );
}
