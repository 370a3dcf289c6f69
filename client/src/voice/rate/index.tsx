import { momentText } from '@openday/shared/dates';
import type { MyResponse, MyResponses } from '@openday/shared/responses';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInButton } from '@/features/accounts/SignInButton';
import { dateOnly } from '@/features/suggestions/day-words';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { readStored, store } from '@/lib/stored';
import { voice } from '@/lib/text/voice';
import { useAccount } from '@/lib/tokens';
import { Done } from './Done';
import { RateForm } from './RateForm';
import './rate.scss';

const { rate: words } = voice;

/** Answers are taken for thirty days: so many cards are never shown with 评一评. */
const MOST = 50;

/** 评一评: two questions and a line. */
export default function RatePage() {
  const { params } = useRouter<{ session: string }>();
  const account = useAccount();
  const id = params.session;
  const mine = useQuery({
    queryKey: ['my-responses', id, account?.id],
    queryFn: ({ signal }) => api('GET /sessions/:id/responses/mine', { params: { id }, signal }),
    enabled: account !== null,
  });
  const answers = mine.data?.items;
  useEffect(() => {
    const rated = answers?.flatMap(({ registrationId, response }) => (response ? [registrationId] : [])) ?? [];
    if (rated.length > 0) noteRated(rated);
  }, [answers]);
  if (!account) {
    return (
      <Page>
        <Empty icon="user" title={words.signIn} acts={<SignInButton>{words.signInAct}</SignInButton>}>
          {words.signInSub}
        </Empty>
      </Page>
    );
  }
  if (mine.data) return <Opened mine={mine.data} onChange={() => void mine.refetch()} />;
  return (
    <Page>
      {mine.isPending && <Skeleton cards={3} height={130} />}
      {mine.isError && <Failed failure={mine.error} onAgain={() => void mine.refetch()} />}
    </Page>
  );
}

function Opened({ mine, onChange }: { mine: MyResponses; onChange: () => void }) {
  const [done, setDone] = useState<MyResponse | null>(null);
  const { session, items, opensAt, closesAt } = mine;
  const now = serverNow();
  const closed = now >= Date.parse(closesAt);
  if (now < Date.parse(opensAt)) {
    return <Refused title={words.notOpen} sub={words.notOpenSub(momentText(opensAt, now))} event={session.eventId} />;
  }
  if (closed || items.length === 0) {
    const title = closed ? words.closed : words.notGuest;
    return <Refused title={title} sub={closed ? words.closedSub : words.notGuestSub} event={session.eventId} />;
  }
  if (done) {
    return <Done unit={mine.organizer.name} suggestion={done.suggestionId} until={dateOnly(closesAt, now)} />;
  }
  return (
    <RateForm
      mine={mine}
      onDone={(response) => {
        setDone(response);
        onChange();
      }}
    />
  );
}

/** Why not, and what can be said all the same. */
function Refused({ title, sub, event }: { title: string; sub: string; event: string }) {
  const acts = (
    <Button kind="primary" onTap={() => open(routes.suggest('suggestion', event))}>
      {words.say}
    </Button>
  );
  return (
    <Page>
      <Empty icon="clock" title={title} acts={acts}>
        <Phrase>{sub}</Phrase>
      </Empty>
    </Page>
  );
}

/** Known on the other pages: there it is changed, not asked for. */
function noteRated(registrations: string[]): void {
  const rated = [...new Set([...registrations, ...(readStored('rated') ?? [])])].slice(0, MOST);
  try {
    store('rated', rated);
  } catch (failure) {
    // Only a convenience: a full phone does without.
    console.info('answers not noted', failure);
  }
}
