import type { ErrorCode } from '@openday/shared/errors';
import type { RegistrationStatus } from '@openday/shared/registrations';
import type { Clarity, ResponseTotals, Satisfaction } from '@openday/shared/responses';

/** Who may answer the two questions and when, and what is told of the answers (docs/rules/suggestions.md). */

const DAY_MS = 86_400_000;
/** As long as names are kept: afterwards nobody could tell whose answer it was. */
const OPEN_DAYS = 30;
/** Fewer answers than this would tell what each one said. */
const LEAST = 3;

interface Timed {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

export const answersUntil = ({ endsAt }: Pick<Timed, 'endsAt'>): Date =>
  new Date(endsAt.getTime() + OPEN_DAYS * DAY_MS);

/** Sessions that ended before then take no more answers. */
export const answersSince = (now: Date): Date => new Date(now.getTime() - OPEN_DAYS * DAY_MS);

/** Why a session takes no answers now; null = it does. People answer on their way out, so from when it starts. */
export function answersRefused(session: Timed, now: Date): ErrorCode | null {
  if (session.cancelledAt) return 'SESSION_CANCELLED';
  if (now < session.startsAt) return 'RESPONSES_NOT_OPEN';
  return now >= answersUntil(session) ? 'RESPONSES_CLOSED' : null;
}

/** Had a seat, or the door saw them whatever the list says. */
export const mayAnswer = (status: RegistrationStatus, came: boolean): boolean => status === 'confirmed' || came;

/** Per cent of all; null where they are too few. */
export function totalsOf(
  answers: { satisfaction: Satisfaction; clarity: Clarity; n: number }[],
): Omit<ResponseTotals, 'sessionId'> {
  const sum = (of: (answer: (typeof answers)[number]) => boolean) =>
    answers.filter(of).reduce((total, { n }) => total + n, 0);
  const all = sum(() => true);
  const share = (part: number) => Math.round((part / all) * 100);
  if (all < LEAST) return { answers: null, satisfied: null, clear: null };
  return {
    answers: all,
    satisfied: share(sum(({ satisfaction }) => satisfaction === 'veryGood' || satisfaction === 'good')),
    clear: share(sum(({ clarity }) => clarity === 'clear')),
  };
}
