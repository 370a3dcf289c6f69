import type { Form } from './forms';
import type { SessionCard } from './sessions';
import type { Topic } from './topics';
import type { Id, Instant, Page } from './wire';

/** What a resident looks for. */
export interface FindQuery {
  /** @minimum 73 @maximum 136 */
  lng?: number;
  /** @minimum 3 @maximum 54 */
  lat?: number;
  /** Metres. @asType integer @minimum 100 @maximum 100000 */
  radius?: number;
  /** @format date-time */
  from?: Instant;
  /** @format date-time */
  to?: Instant;
  form?: Form;
  topic?: Topic;
  /** A unit and all below it. */
  organizer?: Id;
  /** Words of the theme, the unit, the venue or the form, or their pinyin; all of them must be met. @maxLength 40 */
  q?: string;
  /** Only where a seat can be had now or nobody registers. */
  open?: boolean;
  /** Only venues with a step-free way in. */
  accessible?: boolean;
  /** Only where nobody registers: one just comes. */
  walkIn?: boolean;
  /** Those that are over, instead of those that are not. */
  past?: boolean;
}

/** A list: nearest first where a point is given, else soonest; with `past`, the last first. */
export interface SessionQuery extends FindQuery {
  /** @maxLength 200 */
  cursor?: string;
  /** @asType integer @minimum 1 @maximum 100 */
  limit?: number;
}

/** How many sessions a search finds, and what they are: for a calendar, and for choosing filters. */
export interface FindSummary {
  total: number;
  /** Those where a seat can be had now or nobody registers. */
  open: number;
  /** By day of their start (`YYYY-MM-DD`, China's clock), in order; days without a session are left out. */
  days: { day: string; sessions: number; open: number }[];
  /** Most first; a session of two forms counts in both. */
  forms: { form: Form; sessions: number }[];
  topics: { topic: Topic; sessions: number }[];
  /** The units that hold them, most first; one unit's sub-tree counts under it as well. At most 500. */
  organizers: { id: Id; name: string; sessions: number }[];
}

/** The first page of a list, drawn as the client draws it: HTML. `first-view.cjs` of the client's build is one. */
export type FirstView = (found: Page<SessionCard>) => string;
