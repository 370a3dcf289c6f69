import type { AttendanceSource } from '@openday/shared/closing';
import { dayOf, dayText } from '@openday/shared/dates';

/** What residents read of a session that is over: figures from the records, as sentences. */

export interface ToldFigures {
  startsAt: Date;
  organizer: string;
  theme: string;
  actual: number | null;
  source: AttendanceSource | null;
  explanations: number | null;
  received: number;
  answered: number;
  /** Null = too few to tell. */
  sheets: { answered: number; satisfied: number } | null;
}

/** Fewer answers would tell what each one said. */
const LEAST = 3;

/** `9月8日，临水社区举办“停车位怎么加”，34 位居民到场。现场解读政策 11 次，收到意见 6 条，2 条已答复。` */
export function toldText(figures: ToldFigures, now: number): string {
  const { organizer, theme, actual, explanations, received, answered, sheets } = figures;
  const came = actual === null ? '' : `，${figures.source === 'estimated' ? '估计' : ''} ${actual} 位居民到场`;
  const facts = [
    explanations && `现场解读政策 ${explanations} 次`,
    received && `收到意见 ${received} 条${answered ? `，${answered} 条已答复` : ''}`,
    sheets && sheets.answered >= LEAST && `${sheets.answered} 份问卷里 ${sheets.satisfied} 份满意`,
  ].filter((fact) => typeof fact === 'string');
  const first = `${dateOnly(figures.startsAt, now)}，${organizer}举办${quoted(theme)}${came}。`.replace('， ', '，');
  return facts.length ? `${first}${facts.join('，')}。` : first;
}

/** In quotes, once: quotes within them are the single ones. */
export const quoted = (theme: string): string =>
  `“${theme
    .replace(/^“([^“”]*)”$/, '$1')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')}”`;

const dateOnly = (at: Date, now: number): string => dayText(at.getTime(), now).split(' ')[0] ?? dayOf(at.getTime());
