import type { DoorCounts } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { useCallback, useEffect, useRef, useState } from 'react';
import { apiIfChanged } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { poll } from '@/lib/poll';
import { useInSight } from '@/lib/useInSight';
import { type Hours, isDoorOpen, waitFor } from './live-pace';

export interface Live {
  counts: DoorCounts | null;
  /** Why the last asking failed; null while the numbers are alive. */
  failure: ApiError | null;
  /** When the server was last heard, ms of its clock. */
  heardAt: number | null;
}

interface Heard extends Live {
  etag: string | null;
}

const NOTHING: Heard = { counts: null, failure: null, heardAt: null, etag: null };

/** The numbers of sessions' doors, alive while the page is in sight; what was known stays while it is not. */
export function useLiveCounts(sessions: readonly (Hours & { id: Id })[]) {
  const inSight = useInSight();
  const [lives, setLives] = useState<ReadonlyMap<Id, Live>>(new Map());
  const heard = useRef(new Map<Id, Heard>());
  const told = useCallback((id: Id, next: Heard) => {
    heard.current.set(id, next);
    setLives((all) => new Map(all).set(id, next));
  }, []);
  const key = sessions.map(({ id, startsAt, endsAt }) => `${id} ${startsAt} ${endsAt}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which sessions
  useEffect(() => {
    if (!inSight) return;
    const stops = sessions.map((session) => follow(session, heard.current, told));
    return () => {
      for (const stop of stops) stop();
    };
  }, [inSight, key]);
  return { lives, told: useCallback((counts: DoorCounts) => told(counts.sessionId, heardNow(counts, null)), [told]) };
}

function follow(session: Hours & { id: Id }, heard: Map<Id, Heard>, tell: (id: Id, heard: Heard) => void) {
  const { id } = session;
  const known = () => heard.get(id) ?? NOTHING;
  return poll({
    ask: async (signal) => {
      const etag = known().etag;
      const answer = await apiIfChanged('GET /check-in/sessions/:id/counts', etag, { params: { id }, signal });
      if (answer) tell(id, heardNow(answer.reply, answer.etag));
      else if (known().failure) tell(id, { ...known(), failure: null, heardAt: serverNow() });
      // Nothing to draw anew: only when it was heard.
      else heard.set(id, { ...known(), heardAt: serverNow() });
      return answer !== null;
    },
    wait: (polled) => {
      const { counts, failure } = known();
      return waitFor(polled, isDoorOpen(session, counts, serverNow()), failure?.retryAfter);
    },
    onFailure: (failure) => {
      if (!(failure instanceof ApiError)) throw failure;
      tell(id, { ...known(), failure });
    },
  });
}

function heardNow(counts: DoorCounts, etag: string | null): Heard {
  return { counts, etag, failure: null, heardAt: serverNow() };
}
