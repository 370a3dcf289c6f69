import { rangeText } from '@openday/shared/dates';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { doorInvites as words } from '@/lib/text/door-invites';
import { InviteList } from './InviteList';
import { KeyPanel } from './KeyPanel';
import { LivePanel } from './LivePanel';
import { NewInvite } from './NewInvite';
import { People } from './People';
import './door-desk.scss';

/** 门口人员 of one session: who is let to its door, by which link, on which devices, and what they report. */
export default function DoorDeskPage() {
  const { params } = useRouter<{ id: string }>();
  const session = useQuery({
    queryKey: ['session', params.id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: params.id }, signal }),
  });
  const { data } = session;
  const sub = data && `${data.theme} · ${rangeText(data.startsAt, data.endsAt, serverNow())}`;
  return (
    <Desk on="board" acting title={words.title} sub={sub}>
      {() => {
        if (session.isPending) return <Skeleton cards={2} height={150} />;
        if (!data) return <Failed failure={session.error} onAgain={() => void session.refetch()} />;
        return (
          <View className="doors">
            <View className="doors__one">
              <NewInvite sessionId={params.id} endsAt={data.endsAt} />
            </View>
            <View className="doors__one">
              <LivePanel session={data} devices />
              <Staff sessionId={params.id} />
              <KeyPanel sessionId={params.id} />
            </View>
          </View>
        );
      }}
    </Desk>
  );
}

function Staff({ sessionId }: { sessionId: string }) {
  const staff = useQuery({
    queryKey: ['door-staff', sessionId],
    queryFn: ({ signal }) => api('GET /check-in/sessions/:id/staff', { params: { id: sessionId }, signal }),
    refetchInterval: 10_000,
  });
  if (staff.isPending) return <Skeleton cards={2} height={80} />;
  if (!staff.data) return <Failed failure={staff.error} onAgain={() => void staff.refetch()} />;
  return (
    <>
      <People sessionId={sessionId} people={staff.data.staff} />
      {staff.data.staff.length > 0 && (
        <View className="doors__file">
          <ExportButton asked={{ kind: 'doorStaff', session: sessionId }} text={words.file} />
        </View>
      )}
      {staff.data.invites.length > 0 && <InviteList sessionId={sessionId} invites={staff.data.invites} />}
    </>
  );
}
