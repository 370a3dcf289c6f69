import { dayOf, instantOf } from '@openday/shared/dates';
import type { SuggestionStage, SuggestionState, Verdict } from '@openday/shared/suggestions';
import { hasMobile } from '../privacy/words.rules';

/** 点单 → 接单 → 答复/办结 → 评单: who may do what when (docs/rules/suggestions.md). */

/** What a unit does with it. */
export type UnitAct = 'take' | 'answer' | 'resolve' | 'transfer';

const AFTER: Record<SuggestionState, Partial<Record<UnitAct, SuggestionState>>> = {
  asked: { take: 'taken', transfer: 'asked' },
  taken: { answer: 'answered', transfer: 'asked' },
  // Answered once more: nobody has to take back what was said to say it better.
  answered: { answer: 'answered', resolve: 'resolved' },
  resolved: { answer: 'resolved' },
  rated: {},
  // Sent back it has to be taken again, by whoever it is for.
  reopened: { take: 'taken', transfer: 'asked' },
};

/** The state after a unit's act; null = not now. */
export const afterAct = (state: SuggestionState, act: UnitAct): SuggestionState | null => AFTER[state][act] ?? null;

/** The resident says whether it is solved once there is an answer, and may say otherwise later. */
export const canRate = (state: SuggestionState): boolean => ['answered', 'resolved', 'rated'].includes(state);

/** 没解决 goes back to the unit; what is solved in part stays with the resident's word. Null = not answered yet. */
export function afterRating(state: SuggestionState, verdict: Verdict): SuggestionState | null {
  if (!canRate(state)) return null;
  return verdict === 'unsolved' ? 'reopened' : 'rated';
}

const STAGES: Record<SuggestionStage, SuggestionState[]> = {
  new: ['asked', 'reopened'],
  working: ['taken'],
  waiting: ['answered', 'resolved'],
  done: ['rated'],
};

export const statesOf = (stage: SuggestionStage): SuggestionState[] => STAGES[stage];

export function stageOf(state: SuggestionState): SuggestionStage {
  const stages = Object.keys(STAGES) as SuggestionStage[];
  return stages.find((stage) => STAGES[stage].includes(state)) ?? 'done';
}

/** The unit owes an answer. */
export const isOwed = (state: SuggestionState): boolean => ['new', 'working'].includes(stageOf(state));

const DAY_MS = 86_400_000;

/** The end of the day, in China, so many days from now. */
export const dueAfter = (now: Date, days: number): Date =>
  new Date(instantOf(dayOf(now.getTime() + days * DAY_MS), '23:59'));

/** What a unit wants everybody to read must not name who asked: a mobile number, or their name as they gave it. */
export function namesSomebody(words: string, name: string): boolean {
  const plain = words.replace(/[\s-]/g, '');
  return hasMobile(words) || ([...name.trim()].length >= 2 && plain.includes(name.trim()));
}

/** So many in a day from one account; the next is asked to wait. */
export const MOST_A_DAY = 20;
