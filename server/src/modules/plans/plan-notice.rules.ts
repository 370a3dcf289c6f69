import { type Item, itemsOf, type Section } from './plan-headings.rules';

/** The sections of one open day of a notice, and those that hold for all. */
export interface Block {
  own: Section[];
  common: Section[];
  /** What the line it begins with calls it, where that is no heading. */
  title: { text: string; at: number } | null;
}

interface Boundary {
  places: { at: number; title: string }[];
  level: number;
}

/** A notice parted into its open days: where the time is told again on the same level, the next one has begun. */
export function blocksOf(sections: readonly Section[], text: string): Block[] {
  const times = repeatedTimes(sections);
  if (times.length < 2) return [{ own: [...sections], common: [], title: null }];
  const { places, level } = boundaryOf(sections, times, text);
  // A heading above the level of the open days, behind the last of them, holds for all.
  const after = sections.find((one) => one.at > times.at(-1)!.at && level > 1 && one.style < Math.min(level, 4));
  const end = after?.at ?? text.length;
  const common = sections.filter(({ at }) => at < places[0]!.at || at >= end);
  return places.map(({ at, title }, i) => {
    const to = places[i + 1]?.at ?? end;
    const own = sections
      .filter((one) => one.at >= at && one.at < to)
      .map((one) => ({ ...one, text: one.text.slice(0, Math.max(0, to - one.at - one.heading.length + 1)) }));
    return { own, common, title: title ? { text: title, at } : null };
  });
}

/** The times marked in one way, where there are several. */
function repeatedTimes(sections: readonly Section[]): Section[] {
  const dated = sections.filter(
    ({ topic, text }) =>
      (topic === 'time' || topic === 'timeAndVenue') &&
      /\d\s*[月日号./-]|每|[上中下]旬|待定|另行/.test(text.slice(0, 40)),
  );
  const levels = new Map<number, Section[]>();
  for (const one of dated) levels.set(one.style, [...(levels.get(one.style) ?? []), one]);
  return [...levels.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** What begins each open day: a numbered line, or the heading that comes round once for each time and first. */
function boundaryOf(sections: readonly Section[], times: readonly Section[], text: string): Boundary {
  const once = <T extends { at: number }>(marks: readonly T[]): T[] | null => {
    const between = times.map((time, i) => marks.filter(({ at }) => at <= time.at && at > (times[i - 1]?.at ?? -1)));
    return between.every((found) => found.length === 1) ? between.map(([found]) => found!) : null;
  };
  const keys = [...new Set(sections.map(keyOf))];
  const headings = keys.flatMap((key) => {
    const found = once(sections.filter((one) => keyOf(one) === key && one.at <= times.at(-1)!.at));
    return found ? [{ places: found.map(({ at }) => ({ at, title: '' })), level: found[0]!.level }] : [];
  });
  const marked = new Set(sections.map(({ at }) => at));
  const items = itemsOf(text).map((item) => ({ ...item, title: cutAt(item, sections) }));
  const numbered = [0, 1, 2, 3].flatMap((level) => {
    const own = items.filter((item) => item.level === level && item.title !== '' && !marked.has(item.at));
    const found = once(own.filter(({ at }) => at <= times.at(-1)!.at));
    return found ? [{ places: found.map(({ at, title }) => ({ at, title: nameOf(title) })), level: level || 2 }] : [];
  });
  const all = [...numbered, ...headings].sort((a, b) => a.places[0]!.at - b.places[0]!.at);
  return all[0] ?? { places: times.map(({ at }) => ({ at, title: '' })), level: times[0]!.level };
}

/** A name ends where the next heading begins. */
function cutAt({ at, end, title }: Item, sections: readonly Section[]): string {
  const next = sections.find((one) => one.at > at)?.at ?? Number.POSITIVE_INFINITY;
  return title.slice(0, Math.max(0, next - end)).trim();
}

function keyOf({ topic, style }: Section): string {
  return `${topic}${style}`;
}

/** A heading line names its open day; a sentence does not. */
function nameOf(title: string): string {
  const name = title.replace(/[。；;：:]$/, '');
  return name.length <= 40 && !/[。；;]|时间|地点/.test(name) ? name : '';
}
