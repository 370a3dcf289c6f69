import type { Registration } from '@openday/shared/registrations';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { api } from '@/lib/api';
import { registering } from '@/lib/text/registering';
import { unnamed } from './missing';
import { CompanionFields, PartySize } from './PartyFields';
import { companionsOf } from './party-form';

const { party: words, missing } = registering;

/** 改人数: fewer or more people come. */
export function PartySheet({ registration, onClose }: { registration: Registration; onClose: () => void }) {
  const client = useQueryClient();
  const [seats, setSeats] = useState(registration.seats);
  const [names, setNames] = useState(() => registration.companions.map(({ name }) => name ?? ''));
  const [childCount, setChildCount] = useState(registration.children);
  const [pressed, setPressed] = useState(false);
  const { id } = registration.session;
  const session = useQuery({
    queryKey: ['session', id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id }, signal }),
  });
  const asks = session.data;
  const place = asks?.companions === 'named' ? unnamed({ seats, companions: names }) : null;
  const change = useMutation({
    mutationFn: () =>
      api('PATCH /registrations/:id', {
        params: { id: registration.id },
        body: {
          seats,
          companions: companionsOf(seats, names),
          ...(asks?.asksChildren && { children: Math.min(childCount, seats - 1) }),
        },
      }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  const save = () => {
    setPressed(true);
    if (place === null) change.mutate();
  };
  const failure = change.error ?? session.error;
  return (
    <Sheet
      title={words.title}
      sub={words.sub}
      label={words.title}
      foot={
        <Button kind="primary" busy={change.isPending} off={!asks} onTap={save}>
          {words.save(seats)}
        </Button>
      }
      onClose={onClose}
    >
      {failure && (
        <Notice kind="bad" icon="alert">
          {failure.message}
        </Notice>
      )}
      {session.isPending && <Skeleton cards={1} height={60} />}
      {asks && (
        <Group>
          <PartySize seats={seats} max={asks.partyMax} room={words.now(registration.seats)} onSeats={setSeats} />
          <CompanionFields
            session={asks}
            seats={seats}
            names={names}
            childCount={childCount}
            error={pressed && place !== null ? { place, line: missing.companion } : null}
            onNames={setNames}
            onChildCount={setChildCount}
          />
        </Group>
      )}
    </Sheet>
  );
}
