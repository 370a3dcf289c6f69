import { rangeText } from '@openday/shared/dates';
import { readScene } from '@openday/shared/scenes';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { joinDoor } from '@/lib/auth';
import { serverNow } from '@/lib/clock';
import { routes } from '@/lib/routes';
import { doorInvites } from '@/lib/text/door-invites';
import { useAccount } from '@/lib/tokens';
import '@/features/door/door.scss';

const { join: words } = doorInvites;
const toDoor = () => void Taro.redirectTo({ url: routes.door });

/** Opened by an invitation: which sessions, under what name, and then to the door. */
export default function JoinPage() {
  const { params } = useRouter<{ token?: string; s?: string; scene?: string }>();
  const scene = readScene(params.scene ?? '');
  const token = params.token ?? (scene?.kind === 'door' ? scene.token : null);
  const account = useAccount();
  const [name, setName] = useState('');
  const [pressed, setPressed] = useState(false);
  const join = useMutation({
    mutationFn: () => joinDoor(token ?? '', name.trim()),
    onSuccess: toDoor,
  });
  const ended = join.error instanceof ApiError && join.error.code === 'INVITE_ENDED' ? join.error : null;
  if (!token || ended) {
    return (
      <Page>
        <Empty icon="block" title={words.ended} acts={account?.role === 'staff' && <ToDoor />}>
          {ended?.message ?? words.noToken}
        </Empty>
      </Page>
    );
  }
  const press = () => {
    setPressed(true);
    if (name.trim() !== '') join.mutate();
  };
  return (
    <Page>
      <View className="doorday">
        <View className="day__t">{words.head}</View>
      </View>
      {/* A mini code has room for the invitation alone. */}
      {params.s && (
        <Group head={words.sessions}>
          {sessionIds(params.s).map((id) => (
            <SessionCell key={id} id={id} />
          ))}
        </Group>
      )}
      <View className="gap" />
      {join.error && (
        <Notice kind="bad" icon="alert">
          {join.error.message}
        </Notice>
      )}
      <Group>
        <Field
          id="join-name"
          label={words.name}
          placeholder={words.nameHint}
          value={name}
          maxlength={20}
          error={pressed && name.trim() === '' ? words.needName : null}
          onChange={setName}
        />
      </Group>
      <View className="note">{words.how}</View>
      <View className="gap" />
      <Button kind="primary" className="door__big" id="join" busy={join.isPending} onTap={press}>
        {words.submit}
      </Button>
      {account?.role === 'staff' && <ToDoor />}
    </Page>
  );
}

function ToDoor() {
  return (
    <Button kind="plain" onTap={toDoor}>
      {words.toDoor}
    </Button>
  );
}

/** What the link says is public: anybody may look at a session. */
function SessionCell({ id }: { id: Id }) {
  const { data } = useQuery({
    queryKey: ['session', id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id }, signal }),
  });
  if (!data) return null;
  const { theme, venue, startsAt, endsAt } = data;
  return <Cell sub={`${rangeText(startsAt, endsAt, serverNow())} · ${venue.name}`}>{theme}</Cell>;
}

function sessionIds(list: string): Id[] {
  return list.split('-').filter((id) => /^\d+$/.test(id));
}
