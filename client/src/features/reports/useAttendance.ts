import type { AttendanceQuery } from '@openday/shared/reports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { useInSight } from '@/lib/useInSight';

const LIVE_MS = 10_000;
const QUIET_MS = 60_000;

/** The five numbers of the sessions asked for; those of a door that is open are alive by useLiveReport. */
export function useAttendance(query: AttendanceQuery) {
  const account = useAccount();
  const inSight = useInSight();
  return useQuery({
    queryKey: ['attendance', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/attendance', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    // A page left behind another stays mounted; it need not ask.
    refetchInterval: ({ state }) =>
      inSight && (state.data?.rows.some((row) => row.state === 'ongoing') ? LIVE_MS : QUIET_MS),
  });
}
