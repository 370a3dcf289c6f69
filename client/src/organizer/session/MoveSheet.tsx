import { momentText } from '@openday/shared/dates';
import type { Registrant } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { SayingSheet } from '@/components/SayingSheet';
import { Sheet } from '@/components/Sheet';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { admitting } from '@/lib/text/admitting';

const { move: words } = admitting;

interface MoveSheetProps {
  registrant: Registrant;
  session: { id: Id; eventId: Id };
  onClose: () => void;
}

/** To which other session of the event, and why: the resident reads both. */
export function MoveSheet({ registrant, session, onClose }: MoveSheetProps) {
  const client = useQueryClient();
  const [to, setTo] = useState<Id | null>(null);
  const event = useQuery({
    queryKey: ['event', session.eventId],
    queryFn: ({ signal }) => api('GET /events/:id', { params: { id: session.eventId }, signal }),
  });
  const now = serverNow();
  const others = (event.data?.sessions ?? []).filter(
    ({ id, phase, startsAt }) => id !== session.id && phase !== 'cancelled' && Date.parse(startsAt) > now,
  );
  const move = useMutation({
    mutationFn: (reason: string) =>
      api('POST /registrations/:id/move', { params: { id: registrant.id }, body: { sessionId: to ?? '', reason } }),
    onSuccess: () => {
      say(words.done(registrant.name));
      onClose();
      return client.invalidateQueries();
    },
  });
  if (event.isSuccess && others.length === 0) {
    return (
      <Sheet title={words.title(registrant.name)} label={words.title(registrant.name)} onClose={onClose}>
        <View className="note">{words.none}</View>
      </Sheet>
    );
  }
  return (
    <SayingSheet
      title={words.title(registrant.name)}
      sub={words.sub}
      presets={words.presets}
      own={words.own}
      most={60}
      submit={words.submit}
      off={to === null}
      busy={move.isPending}
      failure={move.error}
      onSay={(reason) => move.mutate(reason)}
      onClose={onClose}
    >
      <Group head={words.pick}>
        <View className="section">
          <Choice
            label={words.pick}
            options={others.map(({ id, startsAt, seats }) => ({
              key: id,
              text: seats ? words.left(momentText(startsAt, now), seats.left) : momentText(startsAt, now),
            }))}
            on={to}
            onPick={setTo}
          />
        </View>
      </Group>
    </SayingSheet>
  );
}
