import type { Programme } from '@openday/shared/places';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { useMayAct } from '@/features/desk/may-act';
import { api } from '@/lib/api';
import { say, sayFailure } from '@/lib/say';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';

const { units: words } = district;
const MOST_DAYS = 90;

/** How many days a unit has to answer what is said about a programme. */
export function AnswerDays() {
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
      <View className="sec">{words.days}</View>
      <View className="group panel">
        {items.map((programme) => (
          <OneProgramme key={programme.id} programme={programme} />
        ))}
        <View className="formrow__sub">{words.daysUsual}</View>
      </View>
    </>
  );
}

function OneProgramme({ programme }: { programme: Programme }) {
  const client = useQueryClient();
  const { id, title, noShowLimit, noShowDays, answerDays } = programme;
  const [typed, setTyped] = useState(answerDays === null ? '' : String(answerDays));
  const wanted = typed.trim() === '' ? null : Math.min(MOST_DAYS, Math.max(1, Number(typed) || 1));
  const save = useMutation({
    mutationFn: () =>
      api('PATCH /programmes/:id', { params: { id }, body: { noShowLimit, noShowDays, answerDays: wanted } }),
    onSuccess: () => {
      say(words.saved);
      return client.invalidateQueries({ queryKey: ['programmes'] });
    },
    onError: sayFailure,
  });
  return (
    <FormRow label={words.daysSub(title)}>
      <View className="days">
        <InputBox
          short
          kind="number"
          label={`${words.daysSub(title)}${words.days}`}
          value={typed}
          maxlength={2}
          onChange={setTyped}
        />
        {wanted !== answerDays && (
          <Button kind="ink" busy={save.isPending} onTap={() => save.mutate()}>
            {words.save}
          </Button>
        )}
      </View>
    </FormRow>
  );
}
