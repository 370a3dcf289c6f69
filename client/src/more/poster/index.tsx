import type { EventDetail } from '@openday/shared/events';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { Image, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { BottomBar, SideAct } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { qrModules } from '@/components/qr-image';
import { Spinner } from '@/components/Spinner';
import { posterDrawing } from '@/features/posters/draw-poster';
import { posterOf } from '@/features/posters/poster';
import { api } from '@/lib/api';
import { download } from '@/lib/api.download';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { eventWords } from '@/lib/text/event';
import { Easel } from '@/platform/Easel';
import { h5Address } from '@/platform/h5-address';
import { printPage } from '@/platform/print';
import { savePicture, TO_ALBUM } from '@/platform/save-picture';
import './poster.scss';

const { poster: words } = eventWords;
const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** 海报: one A4 page with a code, drawn on the device, to save, to send and to print. */
export default function PosterPage() {
  const { params } = useRouter<{ id: string; session?: string }>();
  const { id, session } = params;
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id }, signal }),
  });
  if (event.data) return <Shown event={event.data} asked={session} />;
  return (
    <Page>
      {event.isPending && <Drawing />}
      {event.isError && <Failed failure={event.error} onAgain={() => void event.refetch()} />}
    </Page>
  );
}

function Shown({ event, asked }: { event: EventDetail; asked: string | undefined }) {
  const [picture, setPicture] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const { id } = event;
  const session = event.sessions.find((each) => each.id === asked) ?? event.sessions[0];
  const code = useMiniCode(id, session?.id);
  const drawing = useMemo(() => {
    if (code === undefined) return null;
    const modules = qrModules(h5Address(routes.event(id, session?.id)));
    return posterDrawing(posterOf(event, session, serverNow()), code ?? modules);
  }, [event, session, id, code]);

  if (failure) {
    return (
      <Page>
        <Failed failure={failure} onAgain={() => setFailure(null)} />
      </Page>
    );
  }
  return (
    <Page foot="bar" className="posting">
      {picture ? (
        <Image
          className="poster"
          src={picture}
          mode="widthFix"
          showMenuByLongpress
          imgProps={{ alt: words.label(event.theme) }}
          {...(TO_ALBUM ? { role: 'img', 'aria-label': words.label(event.theme) } : {})}
        />
      ) : (
        <Drawing />
      )}
      {drawing && <Easel drawing={drawing} onDrawn={setPicture} onFail={setFailure} />}
      {picture && (
        <View className="note center">
          <View>
            <Phrase>{words.hold}</Phrase>
          </View>
          {printPage && (
            <View>
              <Phrase>{words.print}</Phrase>
            </View>
          )}
        </View>
      )}
      <BottomBar>
        {printPage && picture && (
          <SideAct icon="doc" onTap={printPage}>
            {words.toPrint}
          </SideAct>
        )}
        <Button kind="primary" icon="download" off={!picture} onTap={() => picture && void save(picture, event.theme)}>
          {TO_ALBUM ? words.save : words.download}
        </Button>
      </BottomBar>
    </Page>
  );
}

/** Path of the mini code's picture; null = there is none, and the web's address stands in; undefined = not known yet. */
function useMiniCode(event: Id, session: Id | undefined): string | null | undefined {
  const { data, isError } = useQuery({
    queryKey: ['mini-code', session ?? event],
    queryFn: () =>
      session
        ? download('GET /sessions/:id/mini-code', { params: { id: session } })
        : download('GET /events/:id/mini-code', { params: { id: event } }),
    enabled: IN_WECHAT,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isError || !IN_WECHAT ? null : data;
}

/** A sheet of the poster's shape while it is drawn. */
function Drawing() {
  return (
    <View className="poster poster--blank" role="status">
      <Spinner big />
      <View className="dim">{words.drawing}</View>
    </View>
  );
}

async function save(picture: string, theme: string): Promise<void> {
  try {
    const saved = await savePicture(picture, `${theme}.png`);
    if (saved === 'saved' && TO_ALBUM) say(words.saved);
    if (saved !== 'denied') return;
    const question = { title: words.asking, content: words.askingSub, yes: words.openSettings, no: words.later };
    if (await ask(question)) await Taro.openSetting();
  } catch (failure) {
    console.info('poster not saved', failure);
    say(words.notSaved);
  }
}
