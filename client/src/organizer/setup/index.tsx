import { rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { sessionUrl } from '@/features/desk/places';
import { LIVE } from '@/features/registrations/useMine';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { admitting } from '@/lib/text/admitting';
import { setup as words } from '@/lib/text/setup';
import { useAccount } from '@/lib/tokens';
import { useCounts } from '../session/useRegistrants';
import { CancelPanel } from './CancelPanel';
import { ChangeForm } from './ChangeForm';
import { QuestionsEditor } from './QuestionsEditor';
import { SetupForm } from './SetupForm';
import '@/features/setup/setup-page.scss';

/** B12: how a session gives out its seats, what it asks, and changing it once people are in it. */
export default function SetupPage() {
  const { params } = useRouter<{ id: string }>();
  const session = useQuery({
    queryKey: ['session', params.id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: params.id }, signal }),
  });
  const { data } = session;
  const now = serverNow();
  return (
    <Desk
      on="board"
      acting
      title={words.title}
      crumb={data && words.crumb(data.theme)}
      sub={data && [data.theme, rangeText(data.startsAt, data.endsAt, now), data.venue.name].join(' · ')}
      acts={
        data && (
          <Button kind="ink" icon="users" onTap={() => open(sessionUrl(data.id))}>
            {words.back}
          </Button>
        )
      }
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

function Shown({ session }: { session: SessionDetail }) {
  const counts = useCounts(session.id);
  const account = useAccount();
  const event = useQuery({
    queryKey: ['deskEvent', account?.id, session.eventId],
    queryFn: ({ signal }) => api('GET /desk/events/:id', { params: { id: session.eventId }, signal }),
  });
  const waits = event.data?.asked.some(({ sessionId }) => sessionId === session.id);
  if (session.phase === 'cancelled') return <Notice kind="bad">{admitting.cancelled}</Notice>;
  if (session.phase === 'ended') return <Notice>{words.ended}</Notice>;
  if (counts.isPending) return <Skeleton cards={3} />;
  if (counts.isError) return <Failed failure={counts.error} onAgain={() => void counts.refetch()} />;
  const locked = LIVE.some((status) => counts.data.parties[status] > 0);
  return (
    <View className="setup">
      <View className="setup__main">
        {waits && (
          <Notice act={{ text: words.seeAsked, onTap: () => open(editorUrls.event(session.eventId)) }}>
            {words.asked}
          </Notice>
        )}
        {locked && <Notice icon="lock">{words.locked}</Notice>}
        {locked ? <ChangeForm session={session} /> : <SetupForm session={session} />}
        {!locked && event.data && <QuestionsEditor event={event.data.event} />}
      </View>
      <View className="setup__side">
        {!locked && <ChangeForm session={session} />}
        <CancelPanel session={session} />
      </View>
    </View>
  );
}
