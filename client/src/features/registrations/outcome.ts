import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { say } from '@/lib/say';
import { eventWords as words } from '@/lib/text/event';
import { attemptOf } from './attempts';
import { noteSessions } from './known-session';
import { bringMine } from './useMine';
import { bringTicket } from './useTicket';

/** What the phone remembers of a registration that was just made. */
export function keepOutcome(registration: Registration): void {
  noteSessions([registration]);
  bringMine();
  // The code is in the phone before the resident leaves.
  if (registration.status === 'confirmed') bringTicket(registration.id);
}

/** Whoever looks at something else by now is told there, and taken nowhere. Null = refused or given up. */
export function sayMeanwhile(session: SessionDetail, registration: Registration | null): void {
  const state = attemptOf(session.id);
  if (registration) say(words.through(session.theme, registration.status === 'confirmed'));
  else if (state.step === 'form' && state.refusal) say(state.refusal.message);
}
