import { dayText } from '@openday/shared/dates';
import type { Consent } from '@openday/shared/me';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { say, sayFailure } from '@/lib/say';
import { mineData } from '@/lib/text/mine-data';
import { privacyText } from '@/lib/text/privacy';

const { data: words } = mineData;

/** 同意过的: which text, when, and taking it back. */
export function Agreed({ consents, onChanged }: { consents: Consent[]; onChanged: () => void }) {
  return (
    <Group head={words.consents}>
      {consents.length === 0 && <Cell>{words.noConsent}</Cell>}
      {consents.map((consent) => (
        <One key={`${consent.kind}${consent.agreedAt}`} consent={consent} onChanged={onChanged} />
      ))}
      <Cell icon="doc" onTap={() => open(routes.privacy)}>
        {privacyText.title}
      </Cell>
    </Group>
  );
}

function One({
  consent: { kind, agreedAt, version, withdrawnAt },
  onChanged,
}: {
  consent: Consent;
  onChanged: () => void;
}) {
  const client = useQueryClient();
  const now = serverNow();
  const withdraw = useMutation({
    mutationFn: () => api('POST /me/consents/withdraw', { body: { kind } }),
    onSuccess: () => {
      say(words.withdrawnNow);
      onChanged();
      return client.invalidateQueries({ queryKey: ['consents'] });
    },
    onError: sayFailure,
  });
  const press = async () => {
    const sure = await ask({
      title: words.withdrawTitle,
      content: words.withdrawWords,
      yes: words.withdrawYes,
      no: words.withdrawNo,
    });
    if (sure) withdraw.mutate();
  };
  return (
    <View className="cell">
      <View className="grow">
        <Phrase>{words.consentNames[kind]}</Phrase>
        <View className="cell__sub">
          <Phrase>{words.agreed(dayText(agreedAt, now), version)}</Phrase>
        </View>
        {withdrawnAt && <View className="cell__sub">{words.withdrawn(dayText(withdrawnAt, now))}</View>}
      </View>
      {!withdrawnAt && (
        <Act end disabled={withdraw.isPending} onTap={() => void press()}>
          {words.withdraw}
        </Act>
      )}
    </View>
  );
}
