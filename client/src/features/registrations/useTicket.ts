import type { Ticket } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
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
export async function fetchTicket(id: Id, signal?: AbortSignal): Promise<{ ticket: Ticket; saved: boolean }> {
  const ticket = await api('GET /registrations/:id/ticket', { params: { id }, signal });
  return { ticket, saved: keepTicket(ticket) };
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
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => fetchTicket(id, signal),
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
