import { dayOf, instantOf } from '@openday/shared/dates';
import type { FindQuery } from '@openday/shared/find';
import type { Form } from '@openday/shared/forms';
import type { Topic } from '@openday/shared/topics';
import type { Id, Instant } from '@openday/shared/wire';
import { weekend } from './weekend';

/** Which days: today, tomorrow, the weekend that is on or next, or one day `YYYY-MM-DD`. */
export type Day = 'today' | 'tomorrow' | 'weekend' | `${number}-${number}-${number}`;

export interface Filters {
  q: string;
  day: Day | null;
  form: Form | null;
  topic: Topic | null;
  /** A unit and all below it. */
  organizer: { id: Id; name: string } | null;
  open: boolean;
  accessible: boolean;
  /** Nobody registers. */
  walkIn: boolean;
}

export type Narrowing = keyof Filters;

export const NO_FILTERS: Filters = {
  q: '',
  day: null,
  form: null,
  topic: null,
  organizer: null,
  open: false,
  accessible: false,
  walkIn: false,
};

const DAY_MS = 86_400_000;
/** What is given up most easily comes first. */
const IN_ORDER: Narrowing[] = ['day', 'open', 'walkIn', 'form', 'topic', 'accessible', 'organizer', 'q'];

/** What the list is narrowed by. */
export function narrowings(filters: Filters): Narrowing[] {
  return IN_ORDER.filter((key) => (typeof filters[key] === 'string' ? String(filters[key]).trim() : filters[key]));
}

/** The same search with one narrowing less. */
export function without(filters: Filters, key: Narrowing): Filters {
  return { ...filters, [key]: NO_FILTERS[key] };
}

/** The search as the server takes it, at this time. */
export function findQuery(filters: Filters, now: number): FindQuery {
  const { form, topic, organizer } = filters;
  const q = filters.q.trim();
  return {
    ...(filters.day && dayRange(filters.day, now)),
    ...(form && { form }),
    ...(topic && { topic }),
    ...(organizer && { organizer: organizer.id }),
    ...(filters.open && { open: true }),
    ...(filters.accessible && { accessible: true }),
    ...(filters.walkIn && { walkIn: true }),
    ...(q && { q }),
  };
}

/** From the first moment of the days meant to the first one after them, in China. */
export function dayRange(day: Day, now: number): { from: Instant; to: Instant } {
  if (day === 'weekend') return weekend(now);
  const first = day === 'today' ? dayOf(now) : day === 'tomorrow' ? dayOf(now + DAY_MS) : day;
  const from = instantOf(first, '00:00');
  return { from, to: new Date(Date.parse(from) + DAY_MS).toISOString() };
}
