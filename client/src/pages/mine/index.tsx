import type { Registration } from '@openday/shared/registrations';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { GroupHead } from '@/components/Group';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInButton } from '@/features/accounts/SignInButton';
import { CancelSheet } from '@/features/registrations/CancelSheet';
import { KeptTicket } from '@/features/registrations/KeptTicket';
import { noteSessions } from '@/features/registrations/known-session';
import { useRegistrations } from '@/features/registrations/useMine';
import { fetchLacking } from '@/features/registrations/useTicket';
import { Tabs } from '@/features/tabs/Tabs';
import { serverNow } from '@/lib/clock';
import { open, openTab, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';
import { ComingCard, OfferedCard, PastCard, WaitingCard } from './MineCards';
import { sorted } from './sorted';

const { mine: words } = registering;

/** 我的活动: where I go, where I wait, where I was. */
export default function MinePage() {
  const account = useAccount();
  return (
    <Page foot="tabs">
      {account ? <Registrations /> : <SignedOut />}
      <Tabs on="mine" />
    </Page>
  );
}

function Registrations() {
  const list = useRegistrations();
  const [leaving, setLeaving] = useState<Registration | null>(null);
  useDidShow(() => void list.refetch());
  const { data } = list;
  useEffect(() => {
    if (!data) return;
    const items = data.pages.flatMap((page) => page.items);
    noteSessions(items);
    fetchLacking(items);
  }, [data]);

  if (list.isPending && !list.keptAt) return <Skeleton cards={3} height={172} />;
  if (list.isError && list.registrations.length === 0) {
    return (
      <>
        <KeptTicket />
        <Failed failure={list.error} onAgain={() => void list.refetch()} />
      </>
    );
  }
  if (list.registrations.length === 0) return <None />;

  const { offered, coming, asked, waiting, off, past } = sorted(list.registrations, serverNow());
  // What was kept can be looked at; to change it takes the server.
  const online = (act: () => void) => (list.keptAt ? say(registering.party.offline) : act());
  const waitingCard = (registration: Registration) => (
    <WaitingCard
      key={registration.id}
      registration={registration}
      onCancel={() => online(() => setLeaving(registration))}
    />
  );
  return (
    <>
      {list.keptAt && (
        <KeptNotice at={list.keptAt} words={words.kept} busy={list.isFetching} onAgain={() => void list.refetch()} />
      )}
      {offered.length > 0 && <GroupHead>{words.offered}</GroupHead>}
      {offered.map((registration) => (
        <OfferedCard key={registration.id} registration={registration} />
      ))}
      {coming.length > 0 && <GroupHead>{words.coming}</GroupHead>}
      {coming.map((registration, place) => (
        <ComingCard
          key={registration.id}
          registration={registration}
          first={place === 0 && offered.length === 0}
          onParty={() => online(() => changeParty(registration))}
          onCancel={() => online(() => setLeaving(registration))}
        />
      ))}
      {asked.length > 0 && <GroupHead>{words.asked}</GroupHead>}
      {asked.map(waitingCard)}
      {waiting.length > 0 && <GroupHead aside={words.waitingAside}>{words.waiting}</GroupHead>}
      {waiting.map(waitingCard)}
      {off.length > 0 && <GroupHead>{words.off}</GroupHead>}
      {off.map((registration) => (
        <PastCard key={registration.id} registration={registration} />
      ))}
      {past.length > 0 && <GroupHead>{words.past}</GroupHead>}
      {past.map((registration) => (
        <PastCard key={registration.id} registration={registration} />
      ))}
      {list.hasNextPage && (
        <Button kind="white" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {leaving && (
        <CancelSheet
          registration={leaving}
          onFewer={() => {
            setLeaving(null);
            changeParty(leaving);
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

const changeParty = ({ session }: Registration) => open(routes.party(session.eventId, session.id));

function None() {
  const acts = (
    <Button kind="primary" onTap={() => openTab(routes.discover)}>
      {words.find}
    </Button>
  );
  return (
    <Empty icon="ticket" title={words.none} acts={acts}>
      <Phrase>{words.noneSub}</Phrase>
    </Empty>
  );
}

function SignedOut() {
  const acts = <SignInButton>{words.signIn}</SignInButton>;
  return (
    <Empty icon="ticket" title={words.none} acts={acts}>
      <Phrase>{words.signedOut}</Phrase>
    </Empty>
  );
}
