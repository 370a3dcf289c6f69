import { rangeText, windowText } from '@openday/shared/dates';
import type { EventDetail } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { KeptNotice } from '@/components/KeptNotice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { FollowPill } from '@/features/follows/FollowAct';
import { ChangedNotice } from '@/features/registrations/ChangedNotice';
import { useMine } from '@/features/registrations/useMine';
import { Slot, StateSlot } from '@/features/sessions/StateSlot';
import { turned } from '@/features/sessions/turned';
import { PublicAnswers } from '@/features/suggestions/PublicAnswers';
import { serverNow } from '@/lib/clock';
import { openTab, routes } from '@/lib/routes';
import { eventWords } from '@/lib/text/event';
import { everyone, FORM_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { Alike } from './Alike';
import { CameOfIt } from './CameOfIt';
import { Ended } from './Ended';
import { EventBar, type EventSheet } from './EventBar';
import { EventFacts } from './EventFacts';
import { EventSkeleton } from './EventSkeleton';
import { Cover, Pictures } from './Pictures';
import { SessionFacts } from './SessionFacts';
import { SessionPicker } from './SessionPicker';
import { ShareCard } from './ShareCard';
import { type OpenedEvent, useEvent } from './useEvent';
import { useOpenedFor } from './useOpenedFor';
import './event.scss';

const { event: words } = resident;

/** One activity: when, where, seats, and one button. */
export default function EventPage() {
  const openedFor = useOpenedFor();
  const opened = useEvent(openedFor);
  const [picked, setPicked] = useState(openedFor.session);
  const { event, failure, gone, again } = opened;
  const chosen = event?.sessions.find((each) => each.id === picked) ?? firstToCome(event);
  const session = chosen && turned(chosen, serverNow());
  const [card, setCard] = useState<string | undefined>(undefined);

  const shared = { title: event ? shareTitle(event, session) : everyone.appName, imageUrl: card };
  const path = routes.event(openedFor.event ?? '', session?.id);
  useShareAppMessage(() => ({ ...shared, path }));
  useShareTimeline(() => ({ ...shared, query: path.split('?')[1] }));

  if (gone) {
    return (
      <Page>
        <Gone />
      </Page>
    );
  }
  if (event) {
    return (
      <>
        <Opened opened={{ ...opened, event }} session={session} onPick={setPicked} />
        {process.env.TARO_ENV === 'weapp' && <ShareCard event={event} session={chosen} onDrawn={setCard} />}
      </>
    );
  }
  if (!failure) return <EventSkeleton />;
  return (
    <Page>
      <Failed failure={failure} onAgain={again} />
    </Page>
  );
}

interface OpenedProps {
  opened: OpenedEvent & { event: EventDetail };
  session: SessionDetail | undefined;
  onPick: (session: string) => void;
}

function Opened({ opened, session, onPick }: OpenedProps) {
  const { event, keptAt, busy, again } = opened;
  const mine = useMine(session?.id);
  // Kept on the phone from before there were any.
  const images = event.images ?? [];
  const [sheet, setSheet] = useState<EventSheet>(useRouter<{ party?: string }>().params.party ? 'fewer' : null);
  const forms = event.forms.map((form) => FORM_WORDS[form]).join('、');
  return (
    <Page foot="bar">
      {keptAt && <KeptNotice at={keptAt} words={eventWords.kept} busy={busy} onAgain={again} />}
      <Cover image={images[0]} />
      <View className="hero">
        <View className="title">
          <Phrase>{event.theme}</Phrase>
        </View>
        <View className="hero__by">
          <View>
            <View>{event.organizer.name}</View>
            <View>{[forms, words.free].filter(Boolean).join('，')}</View>
          </View>
          <FollowPill eventId={event.id} following={event.following} />
        </View>
      </View>
      {session ? (
        <>
          <SessionPicker sessions={event.sessions} on={session.id} onPick={onPick} />
          {mine && <ChangedNotice registration={mine} />}
          {session.phase === 'ended' ? (
            <Ended session={session} mine={mine} />
          ) : (
            <StateSlot session={session} mine={mine} onChange={again} onParty={() => setSheet('fewer')} />
          )}
          {session.phase === 'ended' && <CameOfIt event={event.id} session={session.id} />}
          <SessionFacts session={session} />
        </>
      ) : (
        event.window && <Slot line={windowText(event.window, serverNow())} sub={resident.slot.undatedSub} />
      )}
      <EventFacts event={event} session={session} />
      <Pictures images={images.slice(1)} />
      <PublicAnswers event={event.id} session={session} />
      {session && hasNothing(session, holdsSeat(mine)) && <Alike session={session} />}
      <EventBar event={event} session={session} mine={mine} onChange={again} sheet={sheet} onSheet={setSheet} />
    </Page>
  );
}

function Gone() {
  const acts = (
    <Button kind="primary" onTap={() => openTab(routes.discover)}>
      {words.others}
    </Button>
  );
  return (
    <Empty icon="calendar" title={words.gone} acts={acts}>
      {words.goneSub}
    </Empty>
  );
}

const holdsSeat = (mine: Registration | null) => mine?.status === 'confirmed' || mine?.status === 'offered';

/** Nothing to be had here by who has no seat. */
function hasNothing({ phase }: SessionDetail, seated: boolean): boolean {
  if (phase === 'cancelled') return true;
  return !seated && (phase === 'full' || phase === 'closed');
}

function firstToCome(event: EventDetail | null) {
  if (!event) return undefined;
  const { sessions } = event;
  return sessions.find(({ phase }) => phase !== 'ended' && phase !== 'cancelled') ?? sessions[sessions.length - 1];
}

function shareTitle({ theme }: EventDetail, session: SessionDetail | undefined): string {
  return session ? `${theme}，${rangeText(session.startsAt, session.endsAt, serverNow())}` : theme;
}
