import { momentText } from '@openday/shared/dates';
import type { DrawView } from '@openday/shared/draws';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { useMine } from '@/features/registrations/useMine';
import { Countdown } from '@/features/sessions/Countdown';
import { Slot } from '@/features/sessions/StateSlot';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { drawWords as words } from '@/lib/text/draw';
import { DrawCheck } from './DrawCheck';
import { DrawList, OwnLot } from './DrawList';
import './draw.scss';

/** 公示: who drew what, and how anybody can draw it again. */
export default function DrawPage() {
  const { params } = useRouter<{ id: string }>();
  const view = useQuery({
    queryKey: ['draw', params.id],
    queryFn: ({ signal }) => api('GET /sessions/:id/draw', { params: { id: params.id }, signal }),
  });
  useDidShow(() => {
    if (view.isStale) void view.refetch();
  });
  const none = view.error instanceof ApiError && view.error.code === 'NOT_FOUND';
  if (none) {
    return (
      <Page>
        <Empty icon="list" title={words.notDrawn} />
      </Page>
    );
  }
  return (
    <Page className="drawing">
      {view.isPending && <Skeleton cards={3} />}
      {view.isError && <Failed failure={view.error} onAgain={() => void view.refetch()} />}
      {view.data && <Shown view={view.data} onOver={() => void view.refetch()} />}
    </Page>
  );
}

function Shown({ view, onOver }: { view: DrawView; onOver: () => void }) {
  const mine = useMine(view.sessionId);
  const { theme, drawsAt, applied, result } = view;
  const now = serverNow();
  return (
    <>
      <View className="drawing__head">
        <View className="title">
          <Phrase>{theme}</Phrase>
        </View>
        <View className="cell__sub">{momentText(view.startsAt, now)}</View>
      </View>
      {result ? (
        <Slot kind="ok" icon="check" line={words.done(momentText(result.drawnAt, now))} sub={counts(view)} />
      ) : (
        <Slot line={words.before(momentText(drawsAt, now))} sub={words.applied(applied)}>
          {Date.parse(drawsAt) > now ? (
            <Countdown until={drawsAt} onOver={onOver} />
          ) : (
            <View className="cell__sub">{words.soon}</View>
          )}
        </Slot>
      )}
      {result && <OwnLot result={result} mine={mine?.ticketNo ?? null} />}
      <DrawCheck view={view} />
      {result && <DrawList result={result} mine={mine?.ticketNo ?? null} />}
    </>
  );
}

function counts({ result }: DrawView): string {
  const entries = result?.entries ?? [];
  if (entries.length === 0) return words.nobody;
  const of = (outcome: string) => entries.filter((entry) => entry.outcome === outcome).length;
  return words.counts(of('confirmed'), of('waitlisted'), of('declined'));
}
