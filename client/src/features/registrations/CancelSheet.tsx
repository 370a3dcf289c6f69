import { CANCEL_REASONS, type CancelReason, type Registration } from '@openday/shared/registrations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { api } from '@/lib/api';
import { CANCEL_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import './registrations.scss';

const { cancel: words } = registering;

export interface CancelSheetProps {
  registration: Registration;
  /** To come with fewer instead. */
  onFewer: () => void;
  onClose: () => void;
}

/** 来不了: a reason is the button. */
export function CancelSheet({ registration, onFewer, onClose }: CancelSheetProps) {
  const client = useQueryClient();
  const { id, seats, status } = registration;
  const waiting = status === 'waitlisted';
  const cancel = useMutation({
    mutationFn: (reason: CancelReason) =>
      api('POST /registrations/:id/cancel', { params: { id }, body: { ...(reason !== 'other' && { reason }) } }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  const foot = (
    <>
      {seats > 1 && !waiting && (
        <Button kind="white" onTap={onFewer}>
          {words.fewer}
        </Button>
      )}
      <View className="note center sheet__after">{words.after}</View>
    </>
  );
  return (
    <Sheet
      title={waiting ? words.waitTitle : words.title}
      sub={<Phrase>{waiting ? words.waitSub : words.sub(seats)}</Phrase>}
      label={words.title}
      foot={foot}
      onClose={onClose}
    >
      {cancel.isError && (
        <Notice kind="bad" icon="alert">
          {cancel.error.message}
        </Notice>
      )}
      <Group>
        {CANCEL_REASONS.map((reason) => (
          <Cell key={reason} onTap={() => !cancel.isPending && cancel.mutate(reason)}>
            {CANCEL_WORDS[reason]}
          </Cell>
        ))}
      </Group>
    </Sheet>
  );
}
