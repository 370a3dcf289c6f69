import { type NewSuggestion, SUGGESTION_KINDS, type SuggestionKind } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Switch } from '@/components/Switch';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { useAskMessages } from '@/features/messages/useAskMessages';
import { NotSent } from '@/features/suggestions/NotSent';
import { SayBox } from '@/features/suggestions/SayBox';
import { useDraft } from '@/features/suggestions/useDraft';
import { api } from '@/lib/api';
import { routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { voice } from '@/lib/text/voice';
import './suggest.scss';

const { suggest: words } = voice;
const MOST = 500;
const LEAST = 2;
/** The government's own line for help and complaints. */
const HELP_LINE = '12345';

/** Something to say to a unit: what is kept on the phone goes once, and then its progress opens. */
export default function SuggestPage() {
  const { params } = useRouter<{ kind?: SuggestionKind; event?: Id }>();
  const client = useQueryClient();
  const askMessages = useAskMessages();
  const eventId = params.event;
  const blank = { kind: params.kind ?? 'suggestion', text: '', mayCall: false };
  const { draft, change, sent } = useDraft(`say:${eventId ?? 'any'}`, blank);
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id: eventId ?? '' }, signal }),
    enabled: eventId !== undefined,
  });
  const unit = event.data?.organizer.name;
  const text = draft.text.trim();
  const send = useMutation({
    mutationFn: async ({ body, asked }: { body: NewSuggestion; asked: Promise<void> }) => {
      const made = await api('POST /suggestions', { body, idempotencyKey: draft.key });
      await asked;
      return made;
    },
    onSuccess: ({ id }) => {
      sent();
      void client.invalidateQueries({ queryKey: ['my-suggestions'] });
      say(words.done);
      void Taro.redirectTo({ url: routes.suggestion(id) });
    },
  });
  const submit = () =>
    whenSignedIn(() => {
      const body = { kind: draft.kind, text, mayCall: draft.mayCall, ...(eventId !== undefined && { eventId }) };
      // By this very tap, and answered while it is sent.
      send.mutate({ body, asked: askMessages('answers') });
    });
  const to = eventId === undefined ? words.toDistrict : unit && toWords(draft.kind, unit);
  return (
    <Page foot="bar">
      {event.data && (
        <View className="suggest-about">
          <Phrase>{words.about(event.data.theme)}</Phrase>
        </View>
      )}
      <Group>
        <View className="section kinds">
          <View className="section__title">{words.what}</View>
          <Choice
            label={words.what}
            options={SUGGESTION_KINDS.map((key) => ({ key, text: voice.kind[key] }))}
            on={draft.kind}
            onPick={(kind) => change({ kind })}
          />
        </View>
        <View className="section rule tall">
          <View className="section__title">{words.text}</View>
          <SayBox
            label={words.text}
            hint={words.hint[draft.kind]}
            value={draft.text}
            most={MOST}
            onChange={(typed) => change({ text: typed })}
          />
        </View>
      </Group>
      <Group>
        <Switch
          on={draft.mayCall}
          label={words.mayCall}
          sub={<Phrase>{words.mayCallSub}</Phrase>}
          onChange={(mayCall) => change({ mayCall })}
        />
      </Group>
      {draft.kind === 'complaint' && (
        <Group>
          <Cell icon="phone" onTap={call}>
            {words.line(HELP_LINE)}
          </Cell>
        </Group>
      )}
      <View className="note">
        {to && (
          <View>
            <Phrase>{`${to}。`}</Phrase>
          </View>
        )}
        <Phrase>{words.promise}</Phrase>
      </View>
      <NotSent failure={send.error} />
      <BottomBar>
        <Button kind="primary" off={text.length < LEAST} busy={send.isPending} onTap={submit}>
          {text.length < LEAST ? words.short : words.submit}
        </Button>
      </BottomBar>
    </Page>
  );
}

// Closing the phone's question about calling is no failure.
const call = () => void Taro.makePhoneCall({ phoneNumber: HELP_LINE }).catch(() => undefined);

const toWords = (kind: SuggestionKind, unit: string) => (kind === 'complaint' ? words.toAbove(unit) : words.to(unit));
