import type { AttendanceQuery } from '@openday/shared/reports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';

const LIVE_MS = 3000;
const QUIET_MS = 60_000;

/** The five numbers of the sessions asked for: every few seconds while one of them is on. */
export function useAttendance(query: AttendanceQuery) {
  const account = useAccount();
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return useQuery({
    queryKey: ['attendance', account?.id, query],
    queryFn: ({ signal }) => api('GET /reports/attendance', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    // A page left behind another stays mounted; it need not ask.
    refetchInterval: ({ state }) =>
      shown && (state.data?.rows.some((row) => row.state === 'ongoing') ? LIVE_MS : QUIET_MS),
  });
}
