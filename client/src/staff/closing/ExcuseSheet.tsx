import type { DoorCounts } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { useMutation } from '@tanstack/react-query';
import { SayingSheet } from '@/components/SayingSheet';
import { api } from '@/lib/api';
import { doorCrew } from '@/lib/text/door-crew';

const { excuse: words } = doorCrew;

export interface ExcuseSheetProps {
  sessionId: Id;
  deviceId: string;
  /** What the device is called here. */
  phone: string;
  onExcused: (counts: DoorCounts) => void;
  onClose: () => void;
}

/** A person says why a device cannot send the rest: the figures no longer wait for it. */
export function ExcuseSheet({ sessionId, deviceId, phone, onExcused, onClose }: ExcuseSheetProps) {
  const excuse = useMutation({
    mutationFn: (reason: string) =>
      api('POST /check-in/sessions/:id/excuse', { params: { id: sessionId }, body: { deviceId, reason } }),
    onSuccess: onExcused,
  });
  return (
    <SayingSheet
      title={words.title(phone)}
      sub={words.sub}
      presets={words.presets}
      own={words.own}
      most={100}
      submit={words.submit}
      empty={words.empty}
      busy={excuse.isPending}
      failure={excuse.error}
      onSay={(reason) => excuse.mutate(reason)}
      onClose={onClose}
    />
  );
}
