import type { Registration, Relation } from '@openday/shared/registrations';
import { LIVE } from '@/features/registrations/useMine';

/** Somebody I registered for. */
export interface Proxied {
  name: string;
  relation: Relation;
  times: number;
  /** The soonest they still may come to. */
  next: Registration['session'] | null;
}

/** Each person once, by name and relation; those whose name is deleted already are left out. Soonest first. */
export function proxiedPeople(registrations: Registration[], now: number): Proxied[] {
  const people = new Map<string, Proxied>();
  for (const { name, onBehalfOf, status, session } of registrations) {
    if (!onBehalfOf || name === '') continue;
    const { relation } = onBehalfOf;
    const key = `${relation} ${name}`;
    const known = people.get(key) ?? { name, relation, times: 0, next: null };
    const comes = LIVE.includes(status) && !session.cancelled && Date.parse(session.endsAt) > now;
    const sooner = comes && (known.next === null || session.startsAt < known.next.startsAt);
    people.set(key, { ...known, times: known.times + 1, next: sooner ? session : known.next });
  }
  return [...people.values()].sort((a, b) => (a.next?.startsAt ?? '9').localeCompare(b.next?.startsAt ?? '9'));
}
