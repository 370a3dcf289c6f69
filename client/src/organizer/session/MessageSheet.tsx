import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { SayingSheet } from '@/components/SayingSheet';
import { ExportSheet } from '@/features/exports/ExportSheet';
import { api } from '@/lib/api';
import { newKey } from '@/lib/new-key';
import { say } from '@/lib/say';
import { admitting } from '@/lib/text/admitting';

const { message: words } = admitting;

interface MessageSheetProps {
  session: Id;
  /** Left out = everybody with a live registration. */
  to?: readonly { id: Id }[];
  onClose: () => void;
}

/** A word to those registered; what was sent before stands above it. */
export function MessageSheet({ session, to, onClose }: MessageSheetProps) {
  const client = useQueryClient();
  // One key for this sheet: what is sent again is the same message.
  const [key] = useState(newKey);
  const [filing, setFiling] = useState(false);
  const params = { id: session };
  const before = useQuery({
    queryKey: ['session-messages', session],
    queryFn: ({ signal }) => api('GET /sessions/:id/messages', { params, signal }),
  });
  const send = useMutation({
    mutationFn: (text: string) => {
      const body = { text, ...(to && { ids: to.map(({ id }) => id) }) };
      return api('POST /sessions/:id/messages', { params, body, idempotencyKey: key });
    },
    onSuccess: async ({ told }) => {
      say(words.sent(told));
      onClose();
      await client.invalidateQueries({ queryKey: ['session-messages', session] });
    },
  });
  const sent = before.data?.items ?? [];
  return (
    <>
      <SayingSheet
        title={to ? words.titleTo(to.length) : words.title}
        sub={to ? words.subTo : words.sub}
        presets={words.presets}
        own={words.text}
        submit={words.send}
        empty={words.empty}
        busy={send.isPending}
        failure={send.error}
        onSay={(text) => send.mutate(text)}
        onClose={onClose}
      >
        {sent.length > 0 && (
          <View className="after">
            {`${words.before}：${sent.map(({ text }) => text).join('；')}`}
            <Act icon="download" onTap={() => setFiling(true)}>
              {words.file}
            </Act>
          </View>
        )}
      </SayingSheet>
      {filing && <ExportSheet asked={{ kind: 'messages', session }} onClose={() => setFiling(false)} />}
    </>
  );
}
