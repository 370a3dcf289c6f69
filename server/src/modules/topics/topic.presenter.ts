import type { Candidate, MonthlyTopic as Wire } from '@openday/shared/monthly-topics';
import type { MonthlyTopic } from './monthly-topic.entity';
import { inOrder, isVoting } from './topic.rules';

/** A round with all that is shown of it. */
export interface RoundRow {
  round: MonthlyTopic;
  organizer: string;
  candidates: Candidate[];
  session: Wire['session'];
  myVote: string | null;
}

export function presentRound({ round, organizer, candidates, session, myVote }: RoundRow, now: Date): Wire {
  const { id, month, title, organizerId, state, votesUntil, chosenId, choiceReason, chosenAt } = round;
  const { outcome, outcomeAt } = round;
  return {
    ...{ id, month, title, state, session, myVote },
    organizer: { id: organizerId, name: organizer },
    votesUntil: votesUntil.toISOString(),
    voting: isVoting(round, now),
    candidates: inOrder(candidates),
    chosen:
      chosenId && chosenAt ? { candidateId: chosenId, reason: choiceReason ?? '', at: chosenAt.toISOString() } : null,
    outcome: outcome && outcomeAt ? { text: outcome, at: outcomeAt.toISOString() } : null,
  };
}
