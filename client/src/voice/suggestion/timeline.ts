import { momentText } from '@openday/shared/dates';
import type { Suggestion, SuggestionStep } from '@openday/shared/suggestions';
import { dateOnly } from '@/features/suggestions/day-words';
import { voice } from '@/lib/text/voice';

const { progress: words } = voice;

/** One point of the progress: done, what it waits for now, to do, sent back. */
export interface Point {
  key: string;
  state: 'done' | 'now' | 'todo' | 'back';
  title: string;
  at: string | null;
  sub: string | null;
  /** What was said, in a box of its own. */
  quote: string | null;
}

/** All that happened, what it waits for, and what comes then. Rating is the page's own point. */
export function pointsOf(suggestion: Suggestion, now: number): Point[] {
  return [...suggestion.steps.map((step, place) => happened(step, place, now)), ...ahead(suggestion, now)];
}

function happened(step: SuggestionStep, place: number, now: number): Point {
  const sentBack = step.kind === 'rated' && step.verdict === 'unsolved';
  const unit = step.organizer ?? '';
  const said = {
    asked: { title: words.asked, sub: words.askedTo(unit) },
    taken: { title: words.taken, sub: step.dueAt && words.takenBy(unit, dateOnly(step.dueAt, now)) },
    answered: { title: words.answered, sub: null },
    resolved: { title: words.resolved, sub: null },
    transferred: { title: words.transferred(unit), sub: null },
    rated: { title: words.rated(step.verdict ? voice.verdict[step.verdict] : ''), sub: null },
    added: { title: words.added, sub: null },
  }[step.kind];
  return {
    key: `${place}`,
    state: sentBack ? 'back' : 'done',
    at: momentText(step.at, now),
    quote: step.text,
    ...said,
  };
}

function ahead({ state, dueAt }: Suggestion, now: number): Point[] {
  const point = (key: string, title: string, current: boolean, sub: string | null = null): Point => ({
    key,
    title,
    sub,
    state: current ? 'now' : 'todo',
    at: null,
    quote: null,
  });
  const due = words.waitTakeSub(dateOnly(dueAt, now));
  const waits = point('answer', words.waitAnswer, state === 'taken', due);
  const rate = point('rate', words.rate, false);
  if (state === 'asked') return [point('take', words.waitTake, true), waits, rate];
  if (state === 'reopened') return [point('take', words.back, true), waits, rate];
  return state === 'taken' ? [waits, rate] : [];
}
