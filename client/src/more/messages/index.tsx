import type { Role } from '@openday/shared/auth';
import { MESSAGE_TOPICS, type MessageSettingsChange } from '@openday/shared/me';
import type { TemplateTopic } from '@openday/shared/messages';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { Switch } from '@/components/Switch';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { useAskMessages, useChannels } from '@/features/messages/useAskMessages';
import { api } from '@/lib/api';
import { showAnswer } from '@/lib/query';
import { sayFailure } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';
import { loginCode } from '@/platform/login-code';
import { MAY_SUBSCRIBE } from '@/platform/subscribe';

const { messages: words } = mineData;
/** Who acts for a unit is told of their work alone. */
const AT_DESK: readonly unknown[] = ['organizer', 'district'] satisfies Role[];

/** 消息提醒: what is sent besides what stands in the product anyway, and how. */
export default function MessagesPage() {
  const account = useAccount();
  const client = useQueryClient();
  const queryKey = ['message-settings', account?.id];
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api('GET /me/settings', { signal }),
    enabled: account !== null,
  });
  const change = useMutation({
    mutationFn: (body: MessageSettingsChange) => api('PATCH /me/settings', { body }),
    onSuccess: (settings) => showAnswer(client, queryKey, settings),
    onError: sayFailure,
  });
  const { data: channels } = useChannels();
  const sends = channels && (channels.sms || (MAY_SUBSCRIBE && channels.templates.length > 0));
  if (!account) {
    return (
      <Page>
        <SignInFirst />
      </Page>
    );
  }
  return (
    <Page>
      <View className="note">
        <Phrase>{words.lead}</Phrase>
      </View>
      <View className="gap gap--small" />
      {isPending && <Skeleton cards={5} height={72} />}
      {isError && !data && <Failed failure={error} onAgain={() => void refetch()} />}
      {data && (
        <>
          {channels && !sends && (
            <Notice icon="info">
              <Phrase>{words.none}</Phrase>
            </Notice>
          )}
          <Group>
            {MESSAGE_TOPICS.map((topic) => (
              <Switch
                key={topic}
                on={data.topics[topic]}
                label={words.topics[topic]}
                sub={words.topicSubs[topic]}
                onChange={(on) => change.mutate(on ? { on: [topic] } : { off: [topic] })}
              />
            ))}
          </Group>
          <Group head={words.way}>
            {channels?.sms ? (
              <Switch
                on={data.sms}
                label={words.sms}
                sub={<Phrase>{words.smsSub}</Phrase>}
                onChange={(sms) => change.mutate({ sms })}
              />
            ) : (
              <Cell>{words.noSms}</Cell>
            )}
          </Group>
          {MAY_SUBSCRIBE && <Credits />}
        </>
      )}
    </Page>
  );
}

/** WeChat sends one message for each time it was allowed. */
function Credits() {
  const account = useAccount();
  const ask = useAskMessages();
  const { data, refetch } = useQuery({
    queryKey: ['message-credits', account?.id],
    queryFn: ({ signal }) => api('GET /me/message-credits', { signal }),
  });
  const credits = data?.items ?? [];
  if (credits.length === 0) return null;
  const topics: readonly TemplateTopic[] = AT_DESK.includes(account?.role) ? ['work'] : MESSAGE_TOPICS;
  const allow = async (topic: TemplateTopic) => {
    const asked = ask(topic);
    if (topic === 'work') await toldHere().catch(sayFailure);
    await asked;
    await refetch();
  };
  return (
    <Group head={words.wechat}>
      {topics.flatMap((topic) => {
        const credit = credits.find((one) => one.topic === topic);
        if (!credit) return [];
        return (
          <Cell
            key={topic}
            sub={words.left(credit.left)}
            control={
              <Act label={words.allowOf(word(topic))} onTap={() => void allow(topic)}>
                {words.allow}
              </Act>
            }
          >
            {word(topic)}
          </Cell>
        );
      })}
      <View className="cell cell__sub">
        <Phrase>{words.wechatSub}</Phrase>
      </View>
    </Group>
  );
}

const word = (topic: TemplateTopic): string => (topic === 'work' ? words.work : words.topics[topic]);

/** What is to be done at the desk is told to this phone's WeChat. */
async function toldHere(): Promise<void> {
  const code = await loginCode?.();
  if (code) await api('POST /me/work-wechat', { body: { code } });
}
