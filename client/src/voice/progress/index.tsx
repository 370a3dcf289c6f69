import type { ProgressFigures } from '@openday/shared/collected';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { GroupHead } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { dateOnly } from '@/features/suggestions/day-words';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { progress as words } from '@/lib/text/progress';
import './progress.scss';

/** What was said and what became of it, by programme, and the answers units made public. */
export default function ProgressPage() {
  const figures = useQuery({ queryKey: ['progress'], queryFn: ({ signal }) => api('GET /progress', { signal }) });
  const items = figures.data?.items ?? [];
  return (
    <Page>
      {figures.isPending && <Skeleton cards={2} height={160} />}
      {figures.isError && !figures.data && <Failed failure={figures.error} onAgain={() => void figures.refetch()} />}
      {figures.isSuccess && items.length === 0 && (
        <Empty icon="check" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {items.map((one) => (
        <Figures key={one.programme?.id ?? 'none'} figures={one} />
      ))}
      {items.length > 0 && (
        <View className="note">
          <Phrase>{words.apart}</Phrase>
        </View>
      )}
      <Answers />
    </Page>
  );
}

function Figures({ figures }: { figures: ProgressFigures }) {
  const { programme, received, sources, answered, declared, confirmed, partly, unsolved, phone } = figures;
  const lines = [
    words.sources(sources.online, sources.door, sources.paper),
    partly + unsolved > 0 && words.rest(partly, unsolved),
    phone.solved + phone.partly + phone.unsolved > 0 && words.phone(phone.solved, phone.partly, phone.unsolved),
  ].filter(Boolean);
  return (
    <View className="group progress">
      <View className="strong">{programme?.title ?? words.noProgramme}</View>
      <View className="progress__row">
        <Figure n={received} word={words.received} />
        <Figure n={answered} word={words.answered} />
        <Figure n={declared} word={words.declared} />
        <Figure n={confirmed} word={words.confirmed} />
      </View>
      {lines.map((line) => (
        <View key={String(line)} className="progress__line">
          {line}
        </View>
      ))}
    </View>
  );
}

function Figure({ n, word }: { n: number; word: string }) {
  return (
    <View className="progress__one">
      <View className="progress__n">{n}</View>
      <View className="progress__line">{word}</View>
    </View>
  );
}

function Answers() {
  const list = useInfiniteQuery({
    queryKey: ['progress-answers'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /progress/answers', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <View className="gap" />
      <GroupHead>{words.answers}</GroupHead>
      <View className="group">
        {items.map(({ id, question, answer, organizer, answeredAt }) => (
          <View key={id} className="progress__answer">
            <View className="strong">
              <Phrase>{question}</Phrase>
            </View>
            <View>
              <Phrase>{answer}</Phrase>
            </View>
            <View className="progress__line">{words.by(organizer, dateOnly(answeredAt, serverNow()))}</View>
          </View>
        ))}
      </View>
      {list.hasNextPage && (
        <Act disabled={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Act>
      )}
    </>
  );
}
