import type { Publication, HeldPublication as WireHeld } from '@openday/shared/publications';
import type {
  DeskSuggestion,
  DeskSuggestionCard,
  PublicAnswer,
  SuggestionCard,
  Suggestion as Wire,
  SuggestionStep as WireStep,
} from '@openday/shared/suggestions';
import { maskName } from '../privacy/masking.rules';
import type { HeldPublication } from './held-publication.entity';
import type { Suggestion } from './suggestion.entity';
import { canRate, isOwed, stageOf } from './suggestion.rules';
import type { SuggestionStep } from './suggestion-step.entity';

/** A suggestion with its words opened and what it is about. */
export interface SuggestionRow {
  suggestion: Suggestion;
  text: string;
  organizer: { id: string; name: string };
  event: { id: string; theme: string } | null;
}

/** A step with its words opened. */
export interface StepRow {
  step: SuggestionStep;
  text: string | null;
  organizer: string | null;
}

export interface SuggestionDetail extends SuggestionRow {
  steps: StepRow[];
  contact: { name: string; phone: string } | null;
  /** What waits for a second person, or was refused. */
  held: HeldPublication | null;
  /** Of who said it, opened. */
  person: { name: string; phoneLast4: string | null };
}

const presentStep = ({ step, text, organizer }: StepRow): WireStep => ({
  kind: step.kind,
  at: step.at.toISOString(),
  by: step.by,
  organizer,
  caller: step.caller,
  text,
  verdict: step.verdict,
  dueAt: step.dueAt?.toISOString() ?? null,
});

export const presentSuggestionCard = ({ suggestion, text, organizer, event }: SuggestionRow): SuggestionCard => ({
  id: suggestion.id,
  kind: suggestion.kind,
  state: suggestion.state,
  text,
  organizer,
  event,
  createdAt: suggestion.createdAt.toISOString(),
  dueAt: suggestion.dueAt.toISOString(),
  verdict: suggestion.verdict,
  updatedAt: suggestion.updatedAt.toISOString(),
});

export const presentSuggestion = (shown: SuggestionDetail): Wire => ({
  ...presentSuggestionCard(shown),
  steps: shown.steps.map(presentStep),
  contact: shown.contact,
  mayCall: shown.suggestion.mayCall,
  canRate: canRate(shown.suggestion.state),
  publication: presentPublication(shown),
});

export const presentDeskCard = (row: SuggestionRow, now: Date): DeskSuggestionCard => ({
  ...presentSuggestionCard(row),
  stage: stageOf(row.suggestion.state),
  overdue: isOwed(row.suggestion.state) && row.suggestion.dueAt < now,
  sentBack: row.suggestion.sentBack,
  source: row.suggestion.source,
  verdictBy: row.suggestion.verdictBy,
});

export const presentDeskSuggestion = (shown: SuggestionDetail, now: Date): DeskSuggestion => ({
  ...presentDeskCard(shown, now),
  steps: shown.steps.map(presentStep),
  name: maskName(shown.person.name),
  phoneLast4: shown.suggestion.mayCall ? shown.person.phoneLast4 : null,
  mayCall: shown.suggestion.mayCall,
  byPhone: shown.suggestion.accountId === null && shown.suggestion.source !== 'online',
  published: presentPublicAnswer(shown.suggestion, shown.organizer.name),
  publication: presentPublication(shown),
});

/** What was asked for last. */
function presentPublication({ suggestion, held }: SuggestionDetail): Publication | null {
  if (held)
    return { state: held.reason === null ? 'waiting' : 'refused', question: held.question, reason: held.reason };
  const question = suggestion.publishedAt && suggestion.publicQuestion;
  return question ? { state: 'open', question, reason: null } : null;
}

export const presentHeld = (
  { suggestion, organizer, event }: SuggestionRow,
  said: string[],
  { question, answer, why, askedBy, createdAt }: HeldPublication,
  reader: string,
): WireHeld => ({
  ...{ id: suggestion.id, said, question, answer, organizer, event, why },
  at: createdAt.toISOString(),
  mine: askedBy === reader,
});

/** Null where nothing is public. */
export const presentPublicAnswer = (
  { id, publicQuestion, publicAnswer, publishedAt }: Suggestion,
  organizer: string,
): PublicAnswer | null =>
  publicQuestion && publicAnswer && publishedAt
    ? { id, question: publicQuestion, answer: publicAnswer, organizer, answeredAt: publishedAt.toISOString() }
    : null;
