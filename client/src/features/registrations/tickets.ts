import type { Ticket } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { serverNow } from '@/lib/clock';
import { readStored, store } from '@/lib/stored';

const DAY_MS = 86_400_000;

/** The ticket as last fetched, or null. */
export function keptTicket(registration: Id): Ticket | null {
  return readStored('tickets')?.[registration] ?? null;
}

/** Keeps a ticket for the way without network, and lets go of those long over. False where the phone is full. */
export function keepTicket(ticket: Ticket): boolean {
  const kept = Object.values(readStored('tickets') ?? {}).filter((each) => !longOver(each));
  const tickets = Object.fromEntries([...kept, ticket].map((each) => [each.registrationId, each]));
  try {
    store('tickets', tickets);
    return true;
  } catch (failure) {
    console.error('ticket not kept', failure);
    return false;
  }
}

/** The next ticket that still opens a door, or null. */
export function nextKeptTicket(): Ticket | null {
  const now = serverNow();
  const live = Object.values(readStored('tickets') ?? {}).filter(
    (each) => each.status === 'confirmed' && Date.parse(each.endsAt) > now,
  );
  return live.sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0] ?? null;
}

function longOver(ticket: Ticket): boolean {
  return Date.parse(ticket.endsAt) < serverNow() - 7 * DAY_MS;
}
