import type { EventDetail } from '@openday/shared/events';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { go } from '@/features/desk/places';
import { articleOf } from '@/features/outward/article';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { outgoing } from '@/lib/text/outward';
import { useAccount } from '@/lib/tokens';
import { h5Address } from '@/platform/h5-address';
import { savePicture } from '@/platform/save-picture';
import { Article } from './Article';
import { Copy } from './Copy';
import { PlanWays } from './PlanWays';
import '@/features/setup/setup-page.scss';
import './outward.scss';

const { outward: words } = outgoing;

/** 发出去: link, poster, card and text of a public event; or one text of all that a sheet made public. */
export default function OutwardPage() {
  const { id = '', plan, fresh } = useRouter().params;
  return plan ? <PlanWays id={plan} /> : <EventWays id={id} fresh={fresh !== undefined} />;
}

/** `fresh`: it became public a moment ago. */
function EventWays({ id, fresh }: { id: Id; fresh: boolean }) {
  const account = useAccount();
  const found = useQuery({
    queryKey: ['deskEvent', account?.id, id],
    queryFn: ({ signal }) => api('GET /desk/events/:id', { params: { id }, signal }),
    enabled: account !== null,
  });
  const event = found.data?.event;
  return (
    <Desk
      on="events"
      title={words.title}
      sub={event?.theme}
      crumb={event && words.crumb(event.theme)}
      acts={
        <Button kind="ink" icon="calendar" onTap={() => go(editorUrls.event(id))}>
          {words.toEvent}
        </Button>
      }
    >
      {() => (
        <>
          {fresh && event && (
            <Notice kind="ok" icon="check" act={{ text: words.toEvent, onTap: () => go(editorUrls.event(id)) }}>
              {words.fresh[event.state === 'announced' ? 'announced' : 'published']}
            </Notice>
          )}
          {found.isPending && <Skeleton cards={3} />}
          {found.isError && !event && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
          {event && <Ways event={event} />}
        </>
      )}
    </Desk>
  );
}

function Ways({ event }: { event: EventDetail }) {
  if (event.state !== 'published' && event.state !== 'announced') return <Empty icon="share" title={words.notYet} />;
  const path = routes.event(event.id);
  const link = h5Address(path);
  const article = articleOf(event, link, serverNow());
  return (
    <View className="setup">
      <View className="setup__main">
        <Article title={words.article} text={article} />
      </View>
      <View className="setup__side">
        <View className="group panel">
          <View className="panel__title">{words.link}</View>
          <View className="formrow__sub">{words.linkSub}</View>
          <View className="outward__line">{link}</View>
          <Copy text={link} label={words.copy + words.link} />
        </View>
        <View className="group panel">
          <View className="panel__title">{words.card}</View>
          <View className="formrow__sub">{words.cardSub}</View>
          <View className="formrow__sub">{words.path}</View>
          <View className="outward__line">{path.slice(1)}</View>
          <Copy text={path.slice(1)} label={words.copy + words.path} />
          <View className="formrow__sub">{words.cardTitle}</View>
          <View className="outward__line">{event.theme}</View>
        </View>
        <MiniCode id={event.id} name={event.theme} />
        <View className="group panel">
          <View className="panel__title">{words.poster}</View>
          <View className="formrow__sub">{words.posterSub}</View>
          <Button kind="ink" icon="doc" onTap={() => open(routes.poster(event.id))}>
            {words.openPoster}
          </Button>
        </View>
      </View>
    </View>
  );
}

/** 小程序码, where the server is joined to a mini program. */
function MiniCode({ id, name }: { id: Id; name: string }) {
  const [off, setOff] = useState(false);
  const keep = useMutation({
    mutationFn: async () => savePicture(await download('GET /events/:id/mini-code', { params: { id } }), `${name}.jpg`),
    onSuccess: (saved) => saved === 'denied' && say(words.codeDenied),
    onError: sayFailure,
  });
  return (
    <View className="group panel">
      <View className="panel__title">{words.code}</View>
      <View className="formrow__sub">{off ? words.codeOff : words.codeSub}</View>
      {!off && (
        <>
          <Image
            className="outward__code"
            src={`${API_BASE}/events/${id}/mini-code`}
            onError={() => setOff(true)}
            {...{ role: 'img', 'aria-label': words.code }}
          />
          <Button kind="ink" icon="download" busy={keep.isPending} onTap={() => keep.mutate()}>
            {words.codeKeep}
          </Button>
        </>
      )}
    </View>
  );
}
