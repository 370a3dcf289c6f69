import type { Id, Instant } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { editorUrls } from '@/features/desk/editor-places';
import { MayAct } from '@/features/desk/MayAct';
import { useMayAct } from '@/features/desk/may-act';
import { go } from '@/features/desk/places';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { KNOWN_MS } from '@/lib/query';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { editor, STATE_WORDS } from '@/lib/text/editor';
import { setup as setupWords } from '@/lib/text/setup';
import { useAccount } from '@/lib/tokens';
import { beginOf, EventEditor } from './EventEditor';
import { EventRead } from './EventRead';
import { cloneOf, emptyForm } from './event-form';
import { formOfKind, KINDS } from './kinds';
import '@/features/setup/setup-page.scss';
import '../acts.scss';
import './event.scss';

const { form: words } = editor;
/** Not to be changed as it stands. */
const STILL = ['submitted', 'cancelled', 'closed'];
const PUBLIC = ['announced', 'published'];
/** So long its unit is reminded of sending out what was approved. */
const FRESH_MS = 7 * 86_400_000;

/** B12: an event, new or as it stands. */
export default function EventPage() {
  const { id, like, kind } = useRouter().params;
  const account = useAccount();
  const may = useMayAct();
  const asked = id ?? like;
  const found = useQuery({
    queryKey: ['deskEvent', account?.id, asked],
    queryFn: ({ signal }) => api('GET /desk/events/:id', { params: { id: asked ?? '' }, signal }),
    enabled: asked !== undefined && account !== null,
    // What waits for the district may have been decided a moment ago; what is being written is not read anew.
    staleTime: ({ state: { data } }) => (data?.event.state === 'submitted' ? 0 : KNOWN_MS),
  });
  const detail = id ? (found.data ?? null) : null;
  const known = KINDS.find(({ key }) => key === kind);
  const begin = () => {
    if (detail) return beginOf(detail);
    if (found.data) return cloneOf(found.data.event, setupWords.firstPool);
    return known ? formOfKind(known, setupWords.firstPool) : emptyForm(setupWords.firstPool);
  };
  const event = detail?.event;
  const fixed = detail && (!may || STILL.includes(detail.event.state)) ? detail : null;
  const seen = event && PUBLIC.includes(event.state);
  return (
    <Desk
      on="events"
      acting={!id}
      title={event?.theme ?? (id ? editor.nav : words.newTitle)}
      sub={event && [STATE_WORDS[event.state], event.organizer.name].join(' · ')}
      crumb={event ? words.crumb(event.organizer.name) : editor.nav}
      acts={seen && <Ways id={event.id} />}
    >
      {() => (
        <>
          {asked && found.isPending && <Skeleton cards={3} />}
          {asked && found.isError && !found.data && (
            <Failed failure={found.error} onAgain={() => void found.refetch()} />
          )}
          {seen && isFresh(detail.approvedAt) && (
            <Notice
              kind="ok"
              icon="check"
              act={{ text: words.outward, onTap: () => open(editorUrls.outward(event.id)) }}
            >
              {words.approvedNow}
            </Notice>
          )}
          {fixed && <EventRead detail={fixed} onPublished={toOutward} />}
          {!fixed && (!asked || found.data) && (
            // What was saved is where the next change begins.
            <EventEditor
              key={detail ? versionOf(detail) : 'new'}
              detail={detail}
              from={like ?? kind}
              begin={begin()}
              onMade={(fresh) => go(editorUrls.event(fresh))}
              onPublished={toOutward}
            />
          )}
          {event && (
            <View className="eventacts">
              {seen && (
                <View className="narrow-only">
                  <Ways id={event.id} />
                </View>
              )}
              <MayAct>
                <Button kind="plain" onTap={() => open(editorUrls.fresh({ event: event.id }))}>
                  {words.again}
                </Button>
                {event.state === 'draft' && (
                  <Button kind="danger" onTap={() => void remove(event.id)}>
                    {words.remove}
                  </Button>
                )}
              </MayAct>
            </View>
          )}
        </>
      )}
    </Desk>
  );
}

function Ways({ id }: { id: string }) {
  return (
    <>
      <Button kind="ink" icon="eye" onTap={() => open(routes.event(id))}>
        {words.resident}
      </Button>
      <Button kind="ink" icon="share" onTap={() => open(editorUrls.outward(id))}>
        {words.outward}
      </Button>
    </>
  );
}

const toOutward = (id: Id) => go(editorUrls.outward(id, true));

const isFresh = (approvedAt: Instant | null) => approvedAt !== null && serverNow() - Date.parse(approvedAt) < FRESH_MS;

const versionOf = ({ event, submittedAt }: { event: { id: string; state: string }; submittedAt: string | null }) =>
  [event.id, event.state, submittedAt].join();

async function remove(id: string): Promise<void> {
  if (!(await ask({ title: words.removeAsk, content: words.removeSub, yes: words.yes, no: words.no }))) return;
  try {
    await api('DELETE /events/:id', { params: { id } });
    say(words.removed);
    go(editorUrls.events);
  } catch (failure) {
    sayFailure(failure);
  }
}
