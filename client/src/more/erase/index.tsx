import { rangeText } from '@openday/shared/dates';
import { ERASURE_WORD, type ErasurePreview } from '@openday/shared/me';
import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { SignInFirst } from '@/features/accounts/SignInFirst';
import { api } from '@/lib/api';
import { forgetAccount } from '@/lib/auth';
import { serverNow } from '@/lib/clock';
import { openTab, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';

const { erase: words, statuses } = mineData;
/** How many registrations are named one by one; a phone draws at most a thousand nodes. */
const NAMED = 30;

/** 删除账号: what it ends is said first, then a word is typed. */
export default function ErasePage() {
  const account = useAccount();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['erasure', account?.id],
    queryFn: ({ signal }) => api('GET /me/erasure', { signal }),
    enabled: account !== null,
    staleTime: 0,
  });
  return (
    <Page>
      {!account && <SignInFirst />}
      {account && isPending && <Skeleton cards={3} height={96} />}
      {isError && !data && <Failed failure={error} onAgain={() => void refetch()} />}
      {account && data && (
        <>
          <Consequences preview={data} />
          <Confirm />
        </>
      )}
    </Page>
  );
}

function Consequences({ preview: { cancels, emptied } }: { preview: ErasurePreview }) {
  const seated = cancels.filter(({ status }) => status === 'confirmed' || status === 'offered');
  const freed = seated.reduce((sum, { seats }) => sum + seats, 0);
  return (
    <>
      <Notice kind="bad" icon="alert">
        {words.title}
      </Notice>
      <Group head={cancels.length > 0 ? words.cancels(cancels.length, freed) : words.noCancels}>
        {cancels.slice(0, NAMED).map(({ id, theme, startsAt, endsAt, name, seats, status }) => (
          <Cell
            key={id}
            sub={
              <Phrase>
                {words.one(
                  rangeText(startsAt, endsAt, serverNow()),
                  seats,
                  status === 'confirmed' ? null : statuses[status],
                )}
              </Phrase>
            }
            value={name}
          >
            <Phrase>{theme}</Phrase>
          </Cell>
        ))}
        {cancels.length > NAMED && <Cell>{words.andMore(cancels.length - NAMED)}</Cell>}
      </Group>
      <Group head={words.goes}>
        {words.goesList.map((line) => (
          <Cell key={line} icon="cross-x">
            <Phrase>{line}</Phrase>
          </Cell>
        ))}
      </Group>
      <Group head={words.stays}>
        <View className="section">
          <Phrase>{words.staysWords(emptied)}</Phrase>
          <View className="cell__sub">{words.others}</View>
        </View>
      </Group>
    </>
  );
}

function Confirm() {
  const [word, setWord] = useState('');
  const [pressed, setPressed] = useState(false);
  const typed = word.trim() === ERASURE_WORD;
  const erase = useMutation({
    mutationFn: () => api('DELETE /me', { body: { confirm: ERASURE_WORD } }),
    onSuccess: async () => {
      await forgetAccount();
      openTab(routes.me);
      say(words.done);
    },
  });
  const press = () => {
    setPressed(true);
    if (typed) erase.mutate();
  };
  return (
    <>
      <Group>
        <Field
          label={words.word}
          value={word}
          placeholder={words.wordHint}
          maxlength={10}
          error={pressed && !typed ? words.wordMissing : null}
          onChange={setWord}
        />
      </Group>
      {erase.isError && (
        <Notice kind="bad" icon="alert">
          {erase.error.message}
        </Notice>
      )}
      <Button kind="danger" busy={erase.isPending} onTap={press}>
        {words.do}
      </Button>
    </>
  );
}
