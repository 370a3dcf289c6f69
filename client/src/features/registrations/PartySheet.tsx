import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { registering } from '@/lib/text/registering';
import { unnamed } from './missing';
import { CompanionFields, PartySize } from './PartyFields';
import { companionsOf, poolOf } from './party-form';
import { bringMine } from './useMine';
import { bringTicket } from './useTicket';

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
  const children = Math.min(childCount, seats - 1);
  const change = useMutation({
    mutationFn: () =>
      api('PATCH /registrations/:id', {
        params: { id: registration.id },
        body: {
          seats,
          companions: companionsOf(seats, names),
          ...(asks?.asksChildren && { children }),
        },
      }),
    onSuccess: async ({ status }) => {
      onClose();
      // The code says how many come.
      if (status === 'confirmed') bringTicket(registration.id);
      bringMine();
      await client.invalidateQueries();
    },
  });
  const save = () => {
    setPressed(true);
    if (place === null) change.mutate();
  };
  const same =
    seats === registration.seats &&
    children === registration.children &&
    companionsOf(seats, names).every(({ name }, at) => (name ?? null) === (registration.companions[at]?.name ?? null));
  const failure = change.error ?? session.error;
  return (
    <Sheet
      title={words.title}
      sub={subWords(registration, asks)}
      label={words.title}
      foot={
        <Button kind="primary" busy={change.isPending} off={!asks || same} onTap={save}>
          {same ? words.same : words.save(seats)}
        </Button>
      }
      onClose={onClose}
    >
      {failure && (
        <Notice kind="bad" icon="alert">
          {failure instanceof ApiError && failure.code === 'OFFLINE' ? words.offline : failure.message}
        </Notice>
      )}
      {session.isPending && <Skeleton cards={1} height={60} />}
      {asks && (
        <Group>
          <PartySize
            seats={seats}
            max={mostFor(registration, asks)}
            room={words.now(registration.seats, mostFor(registration, asks))}
            onSeats={setSeats}
          />
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

/** So many may come: a seat held is not lost, more are had only where there is room. */
function mostFor({ status, seats, quota }: Registration, session: SessionDetail): number {
  const pool = poolOf(session, quota.id);
  const most = Math.min(session.partyMax, pool?.perEnterprise ?? session.partyMax);
  return Math.max(seats, status === 'confirmed' ? Math.min(most, seats + (pool?.seats.left ?? 0)) : most);
}

function subWords({ status, ticketNo }: Registration, session: SessionDetail | undefined): string | undefined {
  if (status === 'confirmed') return session && session.waiting > 0 ? words.sub : undefined;
  return status === 'applied' && ticketNo !== null ? words.subDraw : words.subWaiting;
}
