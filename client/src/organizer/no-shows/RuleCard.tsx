import type { Programme } from '@openday/shared/places';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Stepper } from '@/components/Stepper';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputRow } from '@/features/desk/InputRow';
import { api } from '@/lib/api';
import { say } from '@/lib/say';
import { admitting } from '@/lib/text/admitting';

const { noShows: words } = admitting;
const USUAL = { limit: 3, days: '30' };
const MOST_DAYS = 365;

/** One programme's rule: after so many no-shows, so many days on the waiting list; or none. */
export function RuleCard({ programme }: { programme: Programme }) {
  const client = useQueryClient();
  const { id, title, noShowLimit, noShowDays } = programme;
  const [on, setOn] = useState(noShowLimit !== null);
  const [limit, setLimit] = useState(noShowLimit ?? USUAL.limit);
  const [typed, setDays] = useState(String(noShowDays ?? USUAL.days));
  const days = Math.min(MOST_DAYS, Math.max(1, Number(typed) || 1));
  const save = useMutation({
    mutationFn: () =>
      api('PATCH /programmes/:id', {
        params: { id },
        body: { noShowLimit: on ? limit : null, noShowDays: on ? days : null },
      }),
    onSuccess: async () => {
      setDays(String(days));
      say(words.saved);
      await client.invalidateQueries({ queryKey: ['programmes'] });
    },
  });
  const same = on ? limit === noShowLimit && days === noShowDays : noShowLimit === null;
  return (
    <View className="group panel rule-card">
      <View className="panel__title">{title}</View>
      <Switch on={on} label={words.use} onChange={setOn} />
      {on && (
        <>
          <FormRow label={words.times}>
            <Stepper of="times" value={limit} min={1} max={10} onChange={setLimit} />
          </FormRow>
          <InputRow label={words.days} short kind="number" value={typed} maxlength={3} onChange={setDays} />
        </>
      )}
      <View className="formrow__sub">{on ? words.explain(limit, days) : words.explainOff}</View>
      {save.isError && <Notice kind="bad">{save.error.message}</Notice>}
      {!same && (
        <Button kind="ink" busy={save.isPending} className="setup__save" onTap={() => save.mutate()}>
          {words.save}
        </Button>
      )}
    </View>
  );
}
