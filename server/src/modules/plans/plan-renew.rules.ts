import type { NewSession } from '@openday/shared/sessions';
import type { PublishedRow } from './plan-publish.rules';

interface Pairs {
  kept: { id: string; was: NewSession; is: NewSession }[];
  added: NewSession[];
  /** Ids of sessions nothing takes the place of. */
  ended: string[];
}

/** Which public session becomes which planned one: those at the same time, then the rest in order. */
export function pairSessions({ sessions, sessionIds }: PublishedRow, next: readonly NewSession[]): Pairs {
  const old = sessions.map((was, i) => ({ was, id: sessionIds[i]! }));
  const kept: Pairs['kept'] = [];
  const take = (is: NewSession, fits: (was: NewSession) => boolean): boolean => {
    const at = old.findIndex(({ was }) => fits(was));
    if (at < 0) return false;
    kept.push({ ...old.splice(at, 1)[0]!, is });
    return true;
  };
  const moved = next.filter((is) => !take(is, (was) => was.startsAt === is.startsAt));
  const added = moved.filter((is) => !take(is, () => true));
  return { kept, added, ended: old.map(({ id }) => id) };
}
