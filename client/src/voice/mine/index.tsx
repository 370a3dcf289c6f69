import type { SuggestionCard } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { SignInButton } from '@/features/accounts/SignInButton';
import { dateOnly } from '@/features/suggestions/day-words';
import { useMySuggestions } from '@/features/suggestions/useSuggestion';
import { serverNow } from '@/lib/clock';
import { useKeptView } from '@/lib/kept-views';
import { open, routes } from '@/lib/routes';
import { monthlyTopic, progress } from '@/lib/text/progress';
import { voice } from '@/lib/text/voice';
import { useAccount } from '@/lib/tokens';
import './mine.scss';

const { mine: words } = voice;

/** 我的意见: what I said and where each stands. */
export default function MySuggestionsPage() {
  const account = useAccount();
  return (
    <Page foot="bar">
      {account ? <List /> : <SignedOut />}
      <View className="gap" />
      <Group>
        <Cell icon="chart" onTap={() => open('/voice/progress/index')}>
          {progress.link}
        </Cell>
        <Cell icon="flag" onTap={() => open('/voice/topics/index')}>
          {monthlyTopic.link}
        </Cell>
      </Group>
      <BottomBar>
        <Button kind={account ? 'primary' : 'white'} icon="pencil" onTap={() => open(routes.suggest('suggestion'))}>
          {words.say}
        </Button>
      </BottomBar>
    </Page>
  );
}

function List() {
  const list = useMySuggestions();
  const { data: items, keptAt } = useKeptView('suggestions', { ...list, data: list.data && list.items });
  const again = () => void list.refetch();
  if (list.isPending && !items) return <Skeleton cards={4} height={96} />;
  if (list.isError && !items) return <Failed failure={list.error} onAgain={again} />;
  if (!items || items.length === 0) {
    return (
      <Empty icon="pencil" title={words.none}>
        <Phrase>{words.noneSub}</Phrase>
      </Empty>
    );
  }
  return (
    <>
      {keptAt && <KeptNotice at={keptAt} busy={list.isFetching} onAgain={again} />}
      {items.map((card) => (
        <One key={card.id} card={card} />
      ))}
      {list.hasNextPage && (
        <Button kind="white" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function One({ card }: { card: SuggestionCard }) {
  const { id, text, state, verdict, organizer, createdAt, kind } = card;
  const toRate = state === 'answered' || state === 'resolved';
  const day = dateOnly(createdAt, serverNow());
  return (
    <Tap role="link" className="said" onTap={() => open(routes.suggestion(id))}>
      <View className="said__text">{text}</View>
      <View className="said__by">
        <Phrase>{`${voice.kind[kind]}，${organizer.name}，${words.asked(day)}`}</Phrase>
      </View>
      <View className="said__foot">
        <View className="grow">{verdict && state === 'rated' ? voice.verdict[verdict] : voice.state[state]}</View>
        {toRate && <Tag kind="accent">{voice.toRate}</Tag>}
        {state === 'reopened' && <Tag kind="warn">{voice.verdict.unsolved}</Tag>}
      </View>
    </Tap>
  );
}

function SignedOut() {
  const acts = <SignInButton>{words.signIn}</SignInButton>;
  return (
    <Empty icon="pencil" title={words.signedOut} acts={acts}>
      <Phrase>{words.noneSub}</Phrase>
    </Empty>
  );
}
