import type { TimeWord } from './plan-time-words.rules';

/** What the clock words of a time cell say. */
export interface ClockReading {
  /** `HH:MM`, or null where the sheet does not say beyond doubt. */
  start: string | null;
  end: string | null;
  /** 上午 … without a clock time. */
  halfOnly: string | null;
  /** More than one stretch of the day. */
  several: boolean;
  /** A clock time without 上午 or 下午 that could be either. */
  unclear: string | null;
  /** A clock time that cannot be, or an end before its start. */
  impossible: string | null;
}

interface Stretch {
  from: Moment;
  to: Moment | null;
}
interface Moment {
  hour: number;
  minute: number;
  half: string | null;
  raw: string;
}

const AFTER_NOON = /下午|晚|傍晚|夜|午后/;

/** Stretches of the day; the half-day said before a stretch governs both its ends. */
export function readClock(words: readonly TimeWord[]): ClockReading {
  const { stretches, half } = stretchesOf(words);
  const none: ClockReading = {
    start: null,
    end: null,
    halfOnly: half,
    several: false,
    unclear: null,
    impossible: null,
  };
  const first = stretches[0];
  if (!first) return none;
  const moments = stretches.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const wrong = moments.find(({ hour, minute }) => hour > 24 || minute > 59);
  if (wrong) return { ...none, halfOnly: null, impossible: wrong.raw };
  if (stretches.length > 1) return { ...none, halfOnly: null, several: true };
  const unclear = [first.from].find(({ hour, half: said }) => !said && hour < 7);
  if (unclear) return { ...none, halfOnly: null, unclear: unclear.raw };
  const start = say(first.from);
  const end = first.to ? say(first.to) : null;
  if (end !== null && end <= start) {
    return { ...none, halfOnly: null, start, impossible: `${first.from.raw}-${first.to!.raw}` };
  }
  return { ...none, halfOnly: null, start, end };
}

function stretchesOf(words: readonly TimeWord[]): { stretches: Stretch[]; half: string | null } {
  const stretches: Stretch[] = [];
  let half: string | null = null;
  let unused: string | null = null;
  words.forEach((word, i) => {
    if (word.kind === 'half') {
      half = word.half;
      unused = word.half;
    }
    if (word.kind !== 'clock') return;
    const dashed = words[i - 1]?.kind === 'dash' || (words[i - 1]?.kind === 'half' && words[i - 2]?.kind === 'dash');
    const last = stretches.at(-1);
    const { hour, minute, raw } = word;
    if (dashed && last && !last.to) {
      last.to = { hour, minute, raw, half: unused ?? last.from.half };
    } else {
      stretches.push({ from: { hour, minute, raw, half: half ?? null }, to: null });
    }
    unused = null;
  });
  return { stretches, half };
}

function say({ hour, minute, half }: Moment): string {
  const late = half !== null && AFTER_NOON.test(half) && hour < 12;
  const noon = half === '中午' && hour < 3;
  return `${String(hour + (late || noon ? 12 : 0)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
