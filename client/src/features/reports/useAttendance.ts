import type { AttendanceQuery } from '@openday/shared/reports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

const LIVE_MS = 3000;
const QUIET_MS = 60_000;

/** The five numbers of the sessions asked for: every few seconds while one of them is on. */
export function useAttendance(query: AttendanceQuery) {
  const account = useAccount();
  return useQuery({
    queryKey: ['attendance', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/attendance', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.state === 'ongoing') ? LIVE_MS : QUIET_MS),
  });
}
