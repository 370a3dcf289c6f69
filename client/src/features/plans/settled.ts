import { clockOf, momentText, rangeText } from '@openday/shared/dates';
import { answerTo, isGiven } from '@openday/shared/plan-answers';
import type { PlanWarning } from '@openday/shared/plan-warnings';
import type { PlanRow } from '@openday/shared/plans';
import { deciding } from '@/lib/text/deciding';
import { FORM_WORDS } from '@/lib/text/everyone';
import { clockWords } from './time-pick';

const { headcount: words, times } = deciding;

/** Names that a decision has only as ids. */
export interface Names {
  unit: string | null;
  venue: string | null;
  /** People the place holds, where it is known. */
  holds: number | null;
}

/** What was decided about a warning, in words; null where it was only looked at. */
export function decidedWords(row: PlanRow, { code }: PlanWarning, names: Names, now: number): string | null {
  const { decided } = row;
  const answer = answerTo(code);
  if (!answer || !isGiven(answer, decided)) return null;
  switch (answer) {
    case 'start': {
      const { startsAt = '', endsAt, moreTimes = [] } = decided;
      const first = endsAt ? rangeText(startsAt, endsAt, now) : momentText(startsAt, now);
      return moreTimes.length > 0 ? `${first}，${times.held(moreTimes.length + 1)}` : first;
    }
    case 'end':
      return decided.endsAt ? times.until(clockWords(clockOf(decided.endsAt))) : null;
    case 'venue':
      return names.venue;
    case 'unit':
      return names.unit;
    case 'seats':
      return seatsWords(row);
    case 'theme':
      return decided.theme ?? null;
    case 'deadline':
      return decided.closesAt ? words.closesAt(momentText(decided.closesAt, now)) : modeWords(decided);
    case 'forms':
      return decided.forms?.map((form) => FORM_WORDS[form]).join('、') || deciding.form.none;
    case 'invited':
      return modeWords(decided);
  }
}

/** What a message says, without what it asks for: `只写了“9月上旬”` of `只写了“9月上旬”，请定下日期。` */
export function factOf(message: string): string {
  return message.replace(/(是不是“[^”]*”？|[，,；;。？]\s*|^)请[^“”]*$/, '').replace(/[。，；]$/, '');
}

/** The seats of a row, or who may come without: `名额 30 个`, `居民 12，企业代表 6`, `不用报名`. */
export function seatsWords({ decided, parsed }: Pick<PlanRow, 'decided' | 'parsed'>): string {
  const { quotas, capacity, mode } = decided;
  if (mode === 'none' || mode === 'invited') return words.modes[mode];
  if (quotas) return quotas.map(({ name, capacity: seats }) => `${name} ${seats}`).join('，');
  return words.had(capacity ?? parsed.headcount?.max ?? 0);
}

/** How many seats a row gives in all; null where nobody registers. */
export function seatsOf({ decided, parsed }: Pick<PlanRow, 'decided' | 'parsed'>): number | null {
  const { quotas, capacity, mode } = decided;
  if (mode === 'none' || mode === 'invited') return null;
  if (quotas) return quotas.reduce((sum, { capacity: seats }) => sum + seats, 0);
  return capacity ?? parsed.headcount?.max ?? null;
}

function modeWords({ mode }: PlanRow['decided']): string | null {
  return mode && mode in words.modes ? words.modes[mode as keyof typeof words.modes] : null;
}
