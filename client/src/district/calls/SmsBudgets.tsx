import type { Programme } from '@openday/shared/places';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { InputBox } from '@/features/desk/InputBox';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { messageWords } from '@/lib/text/messages';
import { useAccount } from '@/lib/tokens';

const { calls: words } = messageWords;
const MOST = 1_000_000;

/** How many SMS the messages of each of the unit's programmes may cost; empty = no limit. */
export function SmsBudgets() {
  const account = useAccount();
  const may = useMayAct();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const items = programmes.data?.items ?? [];
  if (!may || items.length === 0) return null;
  return (
    <>
      <View className="sec">{words.budget}</View>
      <View className="group">
        {items.map((programme) => (
          <OneProgramme key={programme.id} programme={programme} />
        ))}
      </View>
      <View className="after">{words.budgetHint}</View>
    </>
  );
}

function OneProgramme({ programme }: { programme: Programme }) {
  const client = useQueryClient();
  const { id, title, noShowLimit, noShowDays, smsBudget, smsSent } = programme;
  const [typed, setTyped] = useState(smsBudget === null ? '' : String(smsBudget));
  const wanted = typed.trim() === '' ? null : Math.min(MOST, Math.max(0, Math.trunc(Number(typed)) || 0));
  const save = useMutation({
    mutationFn: () =>
      api('PATCH /programmes/:id', { params: { id }, body: { noShowLimit, noShowDays, smsBudget: wanted } }),
    onSuccess: () => {
      say(words.saved);
      return client.invalidateQueries({ queryKey: ['programmes'] });
    },
    onError: sayFailure,
  });
  return (
    <View className="unit">
      <View className="grow">
        <View>{title}</View>
        <View className="unit__sub">{words.budgetSent(smsSent)}</View>
      </View>
      <View className="days">
        <InputBox short kind="number" label={words.budgetOf(title)} value={typed} maxlength={7} onChange={setTyped} />
        {wanted !== smsBudget && (
          <Button kind="ink" busy={save.isPending} onTap={() => save.mutate()}>
            {words.save}
          </Button>
        )}
      </View>
    </View>
  );
}
