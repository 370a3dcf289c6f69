import { windowText } from '@openday/shared/dates';
import type { EventDetail } from '@openday/shared/events';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInSheet } from '@/features/accounts/SignInSheet';
import { FollowPill } from '@/features/follows/FollowAct';
import { ChangedNotice } from '@/features/registrations/ChangedNotice';
import { useMine } from '@/features/registrations/useMine';
import { Slot, StateSlot } from '@/features/sessions/StateSlot';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { openTab, routes } from '@/lib/routes';
import { FORM_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { useInSight } from '@/lib/useInSight';
import { EventBar } from './EventBar';
import { EventFacts } from './EventFacts';
import { SessionFacts } from './SessionFacts';
import { SessionPicker } from './SessionPicker';
import './event.scss';

const { event: words } = resident;

/** One activity: when, where, seats, and one button. */
export default function EventPage() {
  const { params } = useRouter<{ id: string; session?: string }>();
  const id = params.id;
  const shown = useInSight();
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id }, signal }),
    staleTime: 5000,
    // Seats go while one looks.
    refetchInterval: shown ? 60_000 : false,
  });

  useDidShow(() => {
    if (event.isStale) void event.refetch();
  });
  useShareAppMessage(() => ({ title: event.data?.theme, path: routes.event(id, params.session) }));

  if (event.data) {
    return <Opened event={event.data} asked={params.session} onChange={() => void event.refetch()} />;
  }
  const gone = event.error instanceof ApiError && event.error.code === 'NOT_FOUND';
  return (
    <Page>
      {event.isPending && <Skeleton cards={3} height={150} />}
      {event.isError && !gone && <Failed failure={event.error} onAgain={() => void event.refetch()} />}
      {gone && <Gone />}
    </Page>
  );
}

interface OpenedProps {
  event: EventDetail;
  /** The session the resident came for. */
  asked: string | undefined;
  onChange: () => void;
}

function Opened({ event, asked, onChange }: OpenedProps) {
  const [picked, setPicked] = useState(asked);
  const session = event.sessions.find((each) => each.id === picked) ?? firstToCome(event);
  const mine = useMine(session?.id);
  const forms = event.forms.map((form) => FORM_WORDS[form]).join('、');
  return (
    <Page foot="bar">
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
          <SessionPicker sessions={event.sessions} on={session.id} onPick={setPicked} />
          {mine && <ChangedNotice registration={mine} />}
          <StateSlot session={session} mine={mine} onChange={onChange} />
          <SessionFacts session={session} />
        </>
      ) : (
        event.window && <Slot line={windowText(event.window, serverNow())} sub={resident.slot.undatedSub} />
      )}
      <EventFacts event={event} session={session} />
      <EventBar event={event} session={session} mine={mine} onChange={onChange} />
      <SignInSheet />
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

function firstToCome({ sessions }: EventDetail) {
  return sessions.find(({ phase }) => phase !== 'ended' && phase !== 'cancelled') ?? sessions[sessions.length - 1];
}
