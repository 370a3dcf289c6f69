import { momentText } from '@openday/shared/dates';
import type { SessionCard } from '@openday/shared/sessions';
import { resident } from '@/lib/text/resident';

const { card } = resident;

export interface PhaseWords {
  /** Whether there is room, in words. */
  state: string;
  /** A second, quieter fact. */
  aside: string | null;
  /** Drawn strong: something can be done. */
  strong: boolean;
  /** What pressing the card leads to. */
  go: string;
}

/** What a card says about room, and the act it offers. */
export function phaseWords(session: SessionCard, now: number): PhaseWords {
  const look = { aside: null, strong: false, go: card.go.look };
  switch (session.phase) {
    case 'open':
      return { ...openWords(session), strong: true, go: card.go.register };
    case 'full': {
      const aside = session.waiting > 0 ? card.waiting(session.waiting) : null;
      return { state: card.full, aside, strong: false, go: card.go.wait };
    }
    case 'soon':
      return { ...look, state: session.opensAt ? card.opens(momentText(session.opensAt, now)) : card.notYet };
    case 'walkIn':
      return { ...look, state: card.walkIn, strong: true };
    case 'closed':
      return { ...look, state: card.closed };
    case 'ongoing':
      return { ...look, state: card.ongoing, strong: true };
    case 'ended':
      return { ...look, state: card.ended };
    case 'cancelled':
      return { ...look, state: card.cancelled };
  }
}

/** By lot nothing is left or gone; where the unit looks first, that is said. */
function openWords({ mode, seats }: SessionCard): Pick<PhaseWords, 'state' | 'aside'> {
  if (mode === 'draw') return { state: card.drawn(seats?.capacity ?? 0), aside: null };
  if (mode === 'invited') return { state: card.invited, aside: null };
  return { state: card.left(seats?.left ?? 0), aside: mode === 'approval' ? card.approval : null };
}
