import type { DoorSession } from '@openday/shared/check-in';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDoorState } from '@/features/door/door-state';
import { api } from '@/lib/api';
import { keptList, keptListIds } from '@/lib/kept-lists';
import { useAccount } from '@/lib/tokens';

interface DoorSessions {
  sessions: DoorSession[];
  failure: Error | null;
  pending: boolean;
  /** Not asked for now, but from the lists on this phone. */
  isStored: boolean;
  again: () => void;
}

/** My sessions, soonest first; without network those whose list is on this phone. */
export function useDoorSessions(): DoorSessions {
  const account = useAccount();
  const kept = useKeptSessions();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['door', 'sessions', account?.id],
    queryFn: ({ signal }) => api('GET /check-in/sessions', { signal }),
    refetchInterval: 60_000,
  });
  const sessions = [...(data?.items ?? kept)].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    sessions,
    failure: error,
    pending: isPending,
    isStored: error !== null && sessions.length > 0,
    again: () => void refetch(),
  };
}

/** Sessions whose list is on this phone. */
export function useKeptSessions(): DoorSession[] {
  const version = useDoorState((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  return useMemo(keptSessions, [version]);
}

function keptSessions(): DoorSession[] {
  return keptListIds().flatMap((id) => keptList(id)?.pack.session ?? []);
}
