import type { RoundState } from '@openday/shared/monthly-topics';

/** 每月一题: what may be done when, and in what order candidates stand. */

export interface Ranked {
  id: string;
  place: number | null;
  votes: number;
  suggestions: number;
}

/** By hand first, then by votes, then by suggestions, then as they were made. */
export const inOrder = <T extends Ranked>(candidates: T[]): T[] =>
  [...candidates].sort(
    (a, b) =>
      (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) ||
      b.votes - a.votes ||
      b.suggestions - a.suggestions ||
      (a.id < b.id ? -1 : 1),
  );

/** What a unit does with a round. */
export type RoundAct = 'candidates' | 'open' | 'choose' | 'session' | 'outcome';

const WHEN: Record<RoundAct, RoundState[]> = {
  candidates: ['draft', 'open'],
  open: ['draft'],
  // Choosing otherwise is said openly, with another reason, until the outcome is public.
  choose: ['open', 'chosen'],
  session: ['chosen'],
  outcome: ['chosen', 'done'],
};

/** True where it is this act's turn. */
export const isTurn = (state: RoundState, act: RoundAct): boolean => WHEN[act].includes(state);

/** Votes are taken while it is open, until its moment. */
export const isVoting = ({ state, votesUntil }: { state: RoundState; votesUntil: Date }, now: Date): boolean =>
  state === 'open' && now < votesUntil;

/** Suggestions of so many days before a round stand behind its candidates. */
export const COUNTED_DAYS = 90;
