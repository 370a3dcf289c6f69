import type { TimeWord } from './plan-time-words.rules';

/** One stretch of a day, local clock `HH:MM`. */
export interface Hours {
  start: string;
  end: string | null;
}

/** What the clock words of a time cell say. */
export interface ClockReading {
  /** Every stretch of the day that is beyond doubt, in order. */
  hours: Hours[];
  /** 上午 … without a clock time. */
  halfOnly: string | null;
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
  const none: ClockReading = { hours: [], halfOnly: null, unclear: null, impossible: null };
  if (stretches.length === 0) return { ...none, halfOnly: half };
  const moments = stretches.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const wrong = moments.find(({ hour, minute }) => hour > 24 || minute > 59);
  if (wrong) return { ...none, impossible: wrong.raw };
  const unclear = stretches.map(({ from }) => from).find(({ hour, half: said }) => !said && hour < 7);
  if (unclear) return { ...none, unclear: unclear.raw };
  const hours = stretches.map(({ from, to }) => ({ start: say(from), end: to ? say(to) : null }));
  const at = hours.findIndex(({ start, end }) => end !== null && end <= start);
  if (at >= 0) {
    const { from, to } = stretches[at]!;
    return { ...none, impossible: `${from.raw}-${to!.raw}` };
  }
  return { ...none, hours };
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
      // A second stretch the sheet says no half-day of is told on 24 hours where it could not be before noon.
      const own = unused ?? (last && hour > 12 ? null : half);
      stretches.push({ from: { hour, minute, raw, half: own }, to: null });
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
