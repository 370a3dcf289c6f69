import type { SessionDetail } from '@openday/shared/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ModeRow } from '@/features/setup/ModeRow';
import { DrawRules, PartyRules, PoolFields, TimeRules } from '@/features/setup/SetupFields';
import { type SetupForm as Form, sessionSetup, setupForm, setupLacks, withMode } from '@/features/setup/setup-form';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { setup as words } from '@/lib/text/setup';

const FIRST_POOL = words.firstPool;
const LACK_WORDS = { name: words.needName, capacity: words.needCapacity, draws: words.needDraws };

/** How the session gives out its seats; editable while nobody is registered. */
export function SetupForm({ session }: { session: SessionDetail }) {
  const client = useQueryClient();
  const [form, setForm] = useState<Form>(() => setupForm(session));
  const [lacks, setLacks] = useState<Record<string, string>>({});
  const save = useMutation({
    mutationFn: () => api('PUT /sessions/:id/setup', { params: { id: session.id }, body: sessionSetup(form) }),
    onSuccess: async ({ session: after, waits }) => {
      setForm(setupForm(after));
      say(waits ? words.waits : words.saved);
      await client.invalidateQueries();
    },
  });
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setLacks({});
    save.reset();
  };
  const submit = () => {
    const found = setupLacks(form, LACK_WORDS);
    setLacks(found);
    if (Object.keys(found).length === 0) save.mutate();
  };
  const details = save.error instanceof ApiError ? save.error.details : [];
  const wrong = { ...Object.fromEntries(details.map(({ field, message }) => [field, message])), ...lacks };
  const fields = { room: session.venue.capacity, startsAt: session.startsAt, form, wrong, onChange: change };
  const refused = save.error && (details.length > 0 ? words.check : save.error.message);
  return (
    <>
      <View className="group panel">
        <View className="panel__title">{words.mode}</View>
        <ModeRow
          mode={form.mode}
          onPick={(mode) => {
            setForm(withMode(form, mode, FIRST_POOL));
            setLacks({});
          }}
        />
      </View>
      {form.mode !== 'none' && (
        <>
          <PoolFields {...fields} />
          {form.mode === 'draw' && <DrawRules {...fields} />}
          <TimeRules {...fields} />
          <PartyRules {...fields} />
        </>
      )}
      {(refused || Object.keys(lacks).length > 0) && (
        <Notice kind="bad" icon="alert">
          {refused || words.check}
        </Notice>
      )}
      <Button kind="primary" busy={save.isPending} className="setup__save" onTap={submit}>
        {words.save}
      </Button>
    </>
  );
}
