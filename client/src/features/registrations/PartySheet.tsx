import type { Registration } from '@openday/shared/registrations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { api } from '@/lib/api';
import { registering } from '@/lib/text/registering';
import { CompanionFields, PartySize } from './PartyFields';
import { companionsOf } from './party-form';

const { party: words } = registering;
/** What the server may allow at most; it says so itself where a session takes fewer. */
const MOST = 50;

/** 改人数: fewer or more people come. */
export function PartySheet({ registration, onClose }: { registration: Registration; onClose: () => void }) {
  const client = useQueryClient();
  const [seats, setSeats] = useState(registration.seats);
  const [names, setNames] = useState(() => registration.companions.map(({ name }) => name ?? ''));
  const change = useMutation({
    mutationFn: () =>
      api('PATCH /registrations/:id', {
        params: { id: registration.id },
        body: { seats, companions: companionsOf(seats, names) },
      }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Sheet
      title={words.title}
      sub={words.sub}
      label={words.title}
      foot={
        <Button kind="primary" busy={change.isPending} onTap={() => change.mutate()}>
          {words.save(seats)}
        </Button>
      }
      onClose={onClose}
    >
      {change.isError && (
        <Notice kind="bad" icon="alert">
          {change.error.message}
        </Notice>
      )}
      <Group>
        <PartySize seats={seats} max={MOST} room={words.now(registration.seats)} onSeats={setSeats} />
        <CompanionFields seats={seats} names={names} onNames={setNames} />
      </Group>
    </Sheet>
  );
}
