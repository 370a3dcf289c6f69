import type { Registration, Ticket } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { queryClient } from '@/lib/query';
import { useInSight } from '@/lib/useInSight';
import { keepTicket, keptTicket } from './tickets';
import { pollEvery } from './useMine';

export interface TicketState {
  /** As just fetched, or as kept in the phone; null where there is neither. */
  ticket: Ticket | null;
  /** Shown from the phone, because the server was not reached. */
  kept: boolean;
  /** Fetched, but the phone had no room for it. */
  unsaved: boolean;
  pending: boolean;
  error: Error | null;
  refetch: () => void;
}

/** Fetches a ticket and keeps it in the phone; `saved` is false where there was no room. */
async function fetchTicket(id: Id, signal?: AbortSignal): Promise<{ ticket: Ticket; saved: boolean }> {
  const ticket = await api('GET /registrations/:id/ticket', { params: { id }, signal });
  return { ticket, saved: keepTicket(ticket) };
}

/** Fetches a ticket into the phone, and for the page that shows it, which fetches it again where this fails. */
export function bringTicket(id: Id): void {
  void queryClient.prefetchQuery({ ...ticketQuery(id), staleTime: 0 });
}

const ticketQuery = (id: Id) => ({
  queryKey: ['ticket', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchTicket(id, signal),
});

/** Fetches the codes of seats held that this phone has not, or has from before a change: the door may be without network. */
export function fetchLacking(registrations: Registration[]): void {
  for (const { id, status, seats, session } of registrations) {
    const kept = keptTicket(id);
    const known = kept?.status === status && kept.seats === seats && kept.startsAt === session.startsAt;
    const over = session.cancelled || Date.parse(session.endsAt) < serverNow();
    if (status === 'confirmed' && !known && !over) bringTicket(id);
  }
}

/** How often the ticket asks who is in while people come in. */
const ARRIVING_MS = 10_000;
const DOORS_OPEN_MS = 2 * 3_600_000;

/** How many of the party the doors have let in; null where nobody is at the doors now, or it is not known. */
export function useArrived(ticket: Ticket | null): number | null {
  const shown = useInSight();
  const now = serverNow();
  const coming =
    ticket?.status === 'confirmed' &&
    now > Date.parse(ticket.startsAt) - DOORS_OPEN_MS &&
    now < Date.parse(ticket.endsAt) + DOORS_OPEN_MS;
  const id = ticket?.registrationId ?? '';
  const found = useQuery({
    queryKey: ['arrival', id],
    queryFn: ({ signal }) => api('GET /registrations/:id/arrival', { params: { id }, signal }),
    enabled: coming,
    refetchInterval: shown ? ARRIVING_MS : false,
  });
  return coming && found.data ? found.data.seats : null;
}

/** The ticket, at once from the phone where it is kept there, then as the server has it. */
export function useTicket(id: Id): TicketState {
  const [stored] = useState(() => keptTicket(id));
  const shown = useInSight();
  const fresh = useQuery({
    ...ticketQuery(id),
    refetchInterval: ({ state }) => pollEvery(shown, state.data ? [state.data.ticket.status] : []),
  });
  return {
    ticket: fresh.data?.ticket ?? stored,
    kept: !fresh.data && fresh.isError,
    unsaved: fresh.data?.saved === false,
    pending: fresh.isPending,
    error: fresh.error,
    refetch: () => void fresh.refetch(),
  };
}
