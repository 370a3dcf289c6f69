import type { DoorInvite } from '@openday/shared/check-in';
import { momentText, rangeText } from '@openday/shared/dates';
import type { Id, Instant } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { Choice } from '@/components/Choice';
import { Notice } from '@/components/Notice';
import { QrCode } from '@/components/QrCode';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { useOfferedWays } from '@/lib/offered';
import { routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { doorInvites } from '@/lib/text/door-invites';
import { copyText } from '@/platform/clipboard';
import { h5Address } from '@/platform/h5-address';
import { hoursOf, type Lasting, lastingFor } from './invite-hours';

const { make: words } = doorInvites;

/** A link, and its code to be scanned, by which people become staff of these sessions' doors; it ends by itself. */
export function NewInvite({ sessionId, endsAt }: { sessionId: Id; endsAt: Instant }) {
  const client = useQueryClient();
  const [lasting, setLasting] = useState<Lasting>(() => lastingFor(endsAt, serverNow()));
  const [also, setAlso] = useState<Id[]>([]);
  const mine = useQuery({
    queryKey: ['door-sessions'],
    queryFn: ({ signal }) => api('GET /check-in/sessions', { signal }),
  });
  const others = (mine.data?.items ?? []).filter(({ id }) => id !== sessionId).slice(0, 8);
  const make = useMutation({
    mutationFn: () => {
      const ends = [endsAt, ...others.filter(({ id }) => also.includes(id)).map((each) => each.endsAt)];
      const body = { sessions: [sessionId, ...also], hours: hoursOf(lasting, ends, serverNow()) };
      return api('POST /check-in/invites', { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['door-staff', sessionId] }),
  });
  const toggle = (id: Id, on: boolean) => setAlso(on ? [...also, id] : also.filter((each) => each !== id));
  return (
    <View className="group panel">
      <View className="panel__title">{words.head}</View>
      <View className="dim">{words.lead}</View>
      {make.error && (
        <Notice kind="bad" icon="alert">
          {make.error.message}
        </Notice>
      )}
      {make.data && <Made invite={make.data} />}
      <View className="gap" />
      <View>{words.hours}</View>
      <Choice label={words.hours} options={words.hoursOptions} on={lasting} onPick={setLasting} />
      {others.length > 0 && (
        <>
          <View className="gap" />
          <View>{words.also}</View>
          {others.map(({ id, theme, startsAt, endsAt }) => (
            <CheckBox key={id} on={also.includes(id)} onChange={(on) => toggle(id, on)}>
              {theme}
              <View className="cell__sub">{rangeText(startsAt, endsAt, serverNow())}</View>
            </CheckBox>
          ))}
        </>
      )}
      <Button kind={make.data ? 'ink' : 'primary'} id="invite" busy={make.isPending} onTap={() => make.mutate()}>
        {make.data ? words.again : words.submit}
      </Button>
    </View>
  );
}

function Made({ invite: { token, sessions, expiresAt } }: { invite: DoorInvite }) {
  if (!token) return null;
  const link = h5Address(routes.join(token, sessions));
  const copy = () => void copyText(link).then(() => say(words.copied), console.info);
  return (
    <>
      <QrCode className="doors__qr" text={link} label={words.qr} />
      <View className="doors__link" id="invite-link">
        {link}
      </View>
      <MiniCode token={token} />
      <Notice icon="info">
        {words.once} · {words.until(momentText(expiresAt, serverNow()))}
      </Notice>
      <Button kind="primary" icon="link" onTap={copy}>
        {words.copy}
      </Button>
    </>
  );
}

/** The same invitation for WeChat's camera, where there is a mini program; without it the link leads there too. */
function MiniCode({ token }: { token: string }) {
  const { data: offered } = useOfferedWays();
  const { data } = useQuery({
    queryKey: ['invite-mini-code', token],
    queryFn: ({ signal }) => api('POST /check-in/invites/mini-code', { body: { token }, signal }),
    enabled: offered?.wechat ?? false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  const spoken = { role: 'img', 'aria-label': words.mini };
  return (
    <>
      <Image className="doors__qr" src={`data:image/jpeg;base64,${data.image}`} mode="aspectFit" {...spoken} />
      <View className="dim center">{words.mini}</View>
    </>
  );
}
