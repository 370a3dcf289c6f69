import type { AttendanceReport } from '@openday/shared/reports';
import { useMemo } from 'react';
import { useLiveCounts } from '@/features/door/useLiveCounts';
import { liveReport } from './live-report';

/** Asked one by one every second or two: more at once would be a burden, and nobody watches more. */
const MOST = 8;

/** The report with the figures of the sessions that are going on as their doors say them, within two seconds. */
export function useLiveReport(report: AttendanceReport): AttendanceReport {
  const ongoing = report.rows
    .filter(({ state }) => state === 'ongoing')
    .slice(0, MOST)
    .map(({ sessionId, startsAt, endsAt }) => ({ id: sessionId, startsAt, endsAt }));
  const { lives } = useLiveCounts(ongoing);
  return useMemo(() => {
    return liveReport(report, new Map([...lives].map(([id, { counts }]) => [id, counts])));
  }, [report, lives]);
}
