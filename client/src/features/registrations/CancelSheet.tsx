import { momentText } from '@openday/shared/dates';
import { CANCEL_REASONS, type CancelReason, type Registration } from '@openday/shared/registrations';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { CANCEL_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { bringMine } from './useMine';
import './registrations.scss';

const { cancel: words } = registering;

export interface CancelSheetProps {
  registration: Registration;
  /** To come with fewer instead, where that is a choice. */
  onFewer?: () => void;
  onClose: () => void;
}

/** 来不了: a reason is the button. */
export function CancelSheet({ registration, onFewer, onClose }: CancelSheetProps) {
  const { status } = registration;
  const waiting = status === 'waitlisted' || status === 'applied';
  if (!waiting && Date.parse(registration.cancelsUntil) <= serverNow()) {
    return <LateSheet registration={registration} onClose={onClose} />;
  }
  return <ReasonSheet registration={registration} onFewer={onFewer} onClose={onClose} />;
}

function ReasonSheet({ registration, onFewer, onClose }: CancelSheetProps) {
  const client = useQueryClient();
  const { id, seats, status } = registration;
  const waiting = status === 'waitlisted' || status === 'applied';
  const waitSub = status === 'applied' ? words.askedSub : words.waitSub;
  // Seats go to somebody only where somebody waits; not to be told is to be told nothing.
  const session = useQuery({
    queryKey: ['session', registration.session.id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: registration.session.id }, signal }),
    enabled: !waiting,
  });
  const passedOn = !waiting && (session.data?.waiting ?? 0) > 0;
  const cancel = useMutation({
    mutationFn: (reason: CancelReason) =>
      api('POST /registrations/:id/cancel', { params: { id }, body: { ...(reason !== 'other' && { reason }) } }),
    onSuccess: async () => {
      onClose();
      say(waiting ? words.left : passedOn ? words.donePassedOn(seats) : words.done);
      bringMine();
      await client.invalidateQueries();
    },
  });
  const foot = (
    <>
      {seats > 1 && !waiting && onFewer && (
        <Button kind="white" onTap={onFewer}>
          {words.fewer}
        </Button>
      )}
      <View className="note center sheet__after">{waiting ? words.afterWait : words.after}</View>
    </>
  );
  return (
    <Sheet
      title={waiting ? words.waitTitle : words.title}
      sub={<Phrase>{waiting ? waitSub : passedOn ? words.subPassedOn(seats) : words.sub}</Phrase>}
      label={waiting ? words.waitTitle : words.title}
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
          <Cell key={reason} atOnce onTap={() => !cancel.isPending && cancel.mutate(reason)}>
            {CANCEL_WORDS[reason]}
          </Cell>
        ))}
      </Group>
    </Sheet>
  );
}

/** Too late to cancel alone: the unit's phone, which can. */
function LateSheet({ registration, onClose }: Omit<CancelSheetProps, 'onFewer'>) {
  const { eventId } = registration.session;
  const event = useQuery({
    queryKey: ['event', eventId],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id: eventId }, signal }),
  });
  const contact = event.data?.contact;
  return (
    <Sheet
      title={words.lateTitle}
      sub={<Phrase>{words.lateSub(momentText(registration.cancelsUntil, serverNow()))}</Phrase>}
      label={words.lateTitle}
      foot={
        contact && (
          // Closing the phone's question about calling is no failure.
          <Button
            kind="primary"
            icon="phone"
            onTap={() => void Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => undefined)}
          >
            {words.call(contact.phone)}
          </Button>
        )
      }
      onClose={onClose}
    >
      {event.isError && <Notice kind="bad">{event.error.message}</Notice>}
      {event.data && (
        <Group>
          <Cell icon="phone" sub={contact?.name}>
            {contact?.phone ?? words.noPhone}
          </Cell>
        </Group>
      )}
    </Sheet>
  );
}
