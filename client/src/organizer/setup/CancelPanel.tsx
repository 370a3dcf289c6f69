import type { SessionDetail } from '@openday/shared/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SayingSheet } from '@/components/SayingSheet';
import { api } from '@/lib/api';
import { say } from '@/lib/say';
import { setup as words } from '@/lib/text/setup';

/** Calls the session off; everybody in it and who follows it is told why. */
export function CancelPanel({ session }: { session: SessionDetail }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: (reason: string) => api('POST /sessions/:id/cancel', { params: { id: session.id }, body: { reason } }),
    onSuccess: async ({ told }) => {
      setAsking(false);
      say(words.cancelled(told));
      await client.invalidateQueries();
    },
  });
  return (
    <View className="group panel">
      <View className="panel__title">{words.cancel}</View>
      <View className="formrow__sub">{words.cancelSub}</View>
      <Button kind="danger" className="setup__save" onTap={() => setAsking(true)}>
        {words.cancel}
      </Button>
      {asking && (
        <SayingSheet
          title={words.cancelTitle}
          sub={words.cancelSub}
          presets={words.cancelPresets}
          own={words.cancelOwn}
          submit={words.cancelSubmit}
          busy={cancel.isPending}
          failure={cancel.error}
          onSay={(reason) => cancel.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  );
}
