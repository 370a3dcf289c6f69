import { MESSAGE_TOPICS, type MessageSettingsChange } from '@openday/shared/me';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import type { SwitchProps } from '@/components/Switch';
import { Tap } from '@/components/Tap';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { api } from '@/lib/api';
import { sayFailure } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';

const { messages: words } = mineData;

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
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
    onError: sayFailure,
  });
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
          <Notice icon="info">
            <Phrase>{words.notYet}</Phrase>
          </Notice>
          <Group head={words.later}>
            {MESSAGE_TOPICS.map((topic) => (
              <Wish
                key={topic}
                on={data.topics[topic]}
                label={words.topics[topic]}
                sub={words.topicSubs[topic]}
                onChange={(on) => change.mutate(on ? { on: [topic] } : { off: [topic] })}
              />
            ))}
          </Group>
          <Group head={words.way}>
            <Wish
              on={data.sms}
              label={words.sms}
              sub={<Phrase>{words.smsSub}</Phrase>}
              onChange={(sms) => change.mutate({ sms })}
            />
          </Group>
        </>
      )}
    </Page>
  );
}

/** A wish for later, in words: a switch that is on would say that something is sent now. */
function Wish({ on, label, sub, onChange }: SwitchProps) {
  return (
    <Tap role="switch" checked={on} label={label} className="cell" onTap={() => onChange(!on)}>
      <View className="grow">
        {label}
        {sub && <View className="cell__sub">{sub}</View>}
      </View>
      <View className="cell__more">{on ? words.will : words.wont}</View>
    </Tap>
  );
}
