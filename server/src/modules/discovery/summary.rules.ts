import { dayOf } from '@openday/shared/dates';
import type { FindSummary } from '@openday/shared/find';
import type { Form } from '@openday/shared/forms';
import type { Topic } from '@openday/shared/topics';

/** What a summary needs to know of a session. */
export interface Counted {
  /** Ms since 1970. */
  startsAt: number;
  open: boolean;
  forms: readonly Form[];
  topic: Topic | null;
  /** The path of the unit that holds it. */
  path: string;
}

/** More than a district has; each is some eighty bytes. */
const MOST_ORGANIZERS = 500;

/** Counts sessions one by one. */
export class Summary {
  private total = 0;
  private open = 0;
  private readonly days = new Map<string, { sessions: number; open: number }>();
  private readonly forms = new Map<Form, number>();
  private readonly topics = new Map<Topic, number>();
  private readonly paths = new Map<string, number>();

  add({ startsAt, open, forms, topic, path }: Counted): void {
    this.total++;
    if (open) this.open++;
    const day = dayOf(startsAt);
    const known = this.days.get(day) ?? { sessions: 0, open: 0 };
    this.days.set(day, { sessions: known.sessions + 1, open: known.open + (open ? 1 : 0) });
    for (const form of forms) count(this.forms, form, 1);
    if (topic) count(this.topics, topic, 1);
    count(this.paths, path, 1);
  }

  /** `nameOf`: what a unit is called, by its id. */
  result(nameOf: (organizerId: string) => string): FindSummary {
    const units = new Map<string, number>();
    for (const [path, sessions] of this.paths)
      for (const id of path.split('/').filter(Boolean)) count(units, id, sessions);
    return {
      total: this.total,
      open: this.open,
      days: [...this.days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, ...counts })),
      forms: most(this.forms).map(([form, sessions]) => ({ form, sessions })),
      topics: most(this.topics).map(([topic, sessions]) => ({ topic, sessions })),
      organizers: most(units)
        .slice(0, MOST_ORGANIZERS)
        .map(([id, sessions]) => ({ id, name: nameOf(id), sessions })),
    };
  }
}

const count = <K>(counts: Map<K, number>, key: K, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

const most = <K extends string>(counts: Map<K, number>): [K, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
