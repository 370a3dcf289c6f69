import { momentText } from '@openday/shared/dates';
import type { Registration } from '@openday/shared/registrations';
import type { Instant } from '@openday/shared/wire';
import { standingWords as words } from '@/lib/text/standing';

export interface Standing {
  kind?: 'ok' | 'warn';
  line: string;
  sub: string | null;
}

/** What is known of the session beside the registration itself. */
export interface SessionFacts {
  /** People on its waiting list. */
  waiting?: number;
  drawsAt?: Instant | null;
}

/** What holds for a registration, in a line and a sentence. */
export function standing(registration: Registration, now: number, session: SessionFacts = {}): Standing {
  const { status, seats, endReason, confirmBy, ticketNo } = registration;
  const said = endReason ? words.reason(endReason) : null;
  switch (status) {
    case 'confirmed': {
      const line = ticketNo === null ? words.confirmed(seats) : words.drawnIn(seats);
      return { kind: 'ok', line, sub: words.confirmedSub };
    }
    case 'offered': {
      const sub = confirmBy ? words.offeredSub(seats, momentText(confirmBy, now)) : null;
      return { kind: 'warn', line: words.offered, sub };
    }
    case 'applied':
      return applied(registration, now, session);
    case 'waitlisted':
      return waitlisted(registration, now, session);
    case 'declined':
      if (ticketNo !== null && !said) return { line: words.drawnOut, sub: words.drawnOutSub };
      return { line: words.declined, sub: said };
    case 'cancelled':
      return said ? { line: words.removed, sub: said } : { line: words.cancelled, sub: words.cancelledSub };
    case 'expired':
      return { line: words.expired, sub: words.expiredSub };
  }
}

function applied({ ticketNo }: Registration, now: number, { drawsAt }: SessionFacts): Standing {
  if (!drawsAt && ticketNo === null) return { line: words.applied, sub: words.appliedSub };
  const number = ticketNo !== null && words.inDrawNumber(ticketNo);
  const when = drawsAt && words.inDrawSub(momentText(drawsAt, now));
  return { line: words.inDraw, sub: sentences(number, when) };
}

function waitlisted(registration: Registration, now: number, { waiting }: SessionFacts): Standing {
  const { position, ticketNo, heldBackUntil } = registration;
  if (position === null) return { line: words.waiting, sub: words.waitlistedSub };
  const ahead = words.ahead(position - 1);
  const people = waiting !== undefined && waiting > 0 && words.people(waiting);
  const line = ticketNo === null ? words.waitlisted(position) : words.drawnOutWaiting(position);
  if (!heldBackUntil) return { line, sub: sentences(ahead, people, words.waitlistedSub) };
  // Nobody is "next" while others come in before them.
  return { line: `${words.heldBack}，${line}`, sub: words.heldBackSub(momentText(heldBackUntil, now)) };
}

function sentences(...parts: (string | null | undefined | false)[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `${part}。`)
    .join('');
}
