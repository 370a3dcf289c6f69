import type { Id } from '@openday/shared/wire';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { doorInvites } from '@/lib/text/door-invites';

const { key: words } = doorInvites;

/** Changes what the session's codes are made with, where it may have got into wrong hands. */
export function KeyPanel({ sessionId }: { sessionId: Id }) {
  const change = useMutation({
    mutationFn: () => api('POST /check-in/sessions/:id/new-key', { params: { id: sessionId } }),
  });
  const askChange = async () => {
    const question = { title: words.title, content: words.content, yes: words.yes, no: words.no };
    if (await ask(question)) change.mutate();
  };
  return (
    <View className="group panel">
      <View className="panel__title">{words.head}</View>
      <View className="dim">{words.lead}</View>
      {change.error && (
        <Notice kind="bad" icon="alert">
          {change.error.message}
        </Notice>
      )}
      {change.data && (
        <Notice kind="ok" icon="check">
          {words.done(change.data.keyId)}
        </Notice>
      )}
      <Button kind="ink" id="new-key" busy={change.isPending} onTap={() => void askChange()}>
        {words.act}
      </Button>
    </View>
  );
}
