import { momentText, rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { MayAct } from '@/features/desk/MayAct';
import { doorDeskUrl, setupUrl } from '@/features/desk/places';
import { isDoorTime } from '@/features/door/live-pace';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { MODE_WORDS, admitting as words } from '@/lib/text/admitting';
import { doorInvites } from '@/lib/text/door-invites';
import { LivePanel } from '../door/LivePanel';
import { DrawPanel } from './DrawPanel';
import { Invitations } from './Invitations';
import { MessageSheet } from './MessageSheet';
import { Pools } from './Pools';
import { RegistrantList } from './RegistrantList';
import './session.scss';
import { useCounts } from './useRegistrants';

/** B13: one session's registrations; whom the unit lets in, and how the seats stand. */
export default function SessionPage() {
  const { params } = useRouter<{ id: string }>();
  const session = useQuery({
    queryKey: ['session', params.id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: params.id }, signal }),
  });
  useDidShow(() => {
    if (session.isStale) void session.refetch();
  });
  const { data } = session;
  return (
    <Desk
      on="board"
      title={data?.theme ?? words.title}
      crumb={data && words.crumb(data.organizer.name)}
      sub={data && subWords(data)}
      acts={data && <HeadActs session={data} />}
    >
      {() => (
        <>
          {session.isPending && <Skeleton cards={3} />}
          {session.isError && !data && <Failed failure={session.error} onAgain={() => void session.refetch()} />}
          {data && <Shown session={data} />}
        </>
      )}
    </Desk>
  );
}

function subWords({ startsAt, endsAt, venue, mode, opensAt, closesAt }: SessionDetail): string {
  const now = serverNow();
  const soon = opensAt && Date.parse(opensAt) > now;
  return [
    rangeText(startsAt, endsAt, now),
    venue.name,
    MODE_WORDS[mode],
    soon ? words.notOpen(momentText(opensAt, now)) : closesAt && words.until(momentText(closesAt, now)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function HeadActs({ session }: { session: SessionDetail }) {
  const [writing, setWriting] = useState(false);
  return (
    <>
      <ExportButton asked={{ kind: 'registrants', session: session.id }} />
      <MayAct>
        <Button kind="ink" icon="doc" onTap={() => open(routes.paper(session.id))}>
          {words.print}
        </Button>
        <Button kind="ink" icon="bell" onTap={() => setWriting(true)}>
          {words.message.open}
        </Button>
      </MayAct>
      {writing && <MessageSheet session={session.id} onClose={() => setWriting(false)} />}
      <Button kind="ink" onTap={() => open(routes.event(session.eventId, session.id))}>
        {words.residentView}
      </Button>
      <Button kind="ink" icon="door" onTap={() => open(doorDeskUrl(session.id))}>
        {doorInvites.title}
      </Button>
      <MayAct>
        <Button kind="ink" icon="pencil" onTap={() => open(setupUrl(session.id))}>
          {words.setup}
        </Button>
      </MayAct>
    </>
  );
}

function Shown({ session }: { session: SessionDetail }) {
  const [writing, setWriting] = useState(false);
  return (
    <>
      {writing && <MessageSheet session={session.id} onClose={() => setWriting(false)} />}
      {session.phase === 'cancelled' && (
        <Notice kind="bad">{[words.cancelled, session.cancelReason].filter(Boolean).join('：')}</Notice>
      )}
      {session.phase !== 'cancelled' && isDoorTime(session.startsAt, serverNow()) && <LivePanel session={session} />}
      {session.quotas.length > 0 ? <Registered session={session} /> : <Empty icon="users" title={words.noRegister} />}
      <View className="narrow-only">
        <View className="gap" />
        <Group>
          <MayAct>
            <Cell icon="doc" onTap={() => open(routes.paper(session.id))}>
              {words.print}
            </Cell>
            <Cell icon="bell" onTap={() => setWriting(true)}>
              {words.message.open}
            </Cell>
            <Cell icon="pencil" onTap={() => open(setupUrl(session.id))}>
              {words.setup}
            </Cell>
          </MayAct>
          <Cell icon="door" onTap={() => open(doorDeskUrl(session.id))}>
            {doorInvites.link}
          </Cell>
          <Cell icon="eye" onTap={() => open(routes.event(session.eventId, session.id))}>
            {words.residentView}
          </Cell>
        </Group>
        <ExportButton asked={{ kind: 'registrants', session: session.id }} />
      </View>
    </>
  );
}

function Registered({ session }: { session: SessionDetail }) {
  const counts = useCounts(session.id);
  const event = useQuery({
    queryKey: ['event', session.eventId],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id: session.eventId }, signal }),
  });
  const invited = session.quotas.filter((quota) => quota.invited || session.mode === 'invited');
  return (
    <>
      <Pools session={session} counts={counts.data} />
      <View className="admit">
        <View className="admit__main">
          {counts.isPending && <Skeleton cards={3} height={72} />}
          {counts.isError && !counts.data && <Failed failure={counts.error} onAgain={() => void counts.refetch()} />}
          {counts.data && (
            <RegistrantList session={session} questions={event.data?.questions ?? []} counts={counts.data} />
          )}
        </View>
        {(session.draw || invited.length > 0) && (
          <View className="admit__side">
            {session.draw && <DrawPanel session={session} />}
            {invited.map((quota) => (
              <Invitations key={quota.id} quota={quota} theme={session.theme} />
            ))}
          </View>
        )}
      </View>
    </>
  );
}
