import { clockText } from '@openday/shared/dates';
import type { AttendanceReport } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { periodOf } from '@/features/reports/period';
import { useAttendance } from '@/features/reports/useAttendance';
import { useLiveReport } from '@/features/reports/useLiveReport';
import { serverNow } from '@/lib/clock';
import { desk } from '@/lib/text/desk';
import { type BoardAsks, BoardFilters } from './BoardFilters';
import { Lanes } from './Lanes';
import { Legend } from './Legend';
import { NumberTable } from './NumberTable';
import './board.scss';

const { board: words } = desk;

/** B10: the five numbers of every session, as pictures and as a table, alive while a session is on. */
export default function BoardPage() {
  const [asks, setAsks] = useState<BoardAsks>({ programme: null, organizer: null, period: 'week' });
  return (
    <Desk on="board" title={words.title} sub={<AsOf asks={asks} />}>
      {() => (
        <>
          <BoardFilters asks={asks} onChange={setAsks} />
          <Board asks={asks} onAll={() => setAsks({ ...asks, period: 'all' })} />
        </>
      )}
    </Desk>
  );
}

function useBoard({ programme, organizer, period }: BoardAsks) {
  return useAttendance({
    ...(programme && { programme }),
    ...(organizer && { organizer }),
    ...periodOf(period, serverNow()),
  });
}

function AsOf({ asks }: { asks: BoardAsks }) {
  const { data } = useBoard(asks);
  if (!data) return null;
  return (
    <>
      {words.asOf(
        clockText(data.asOf),
        data.rows.some(({ state }) => state === 'ongoing'),
      )}
    </>
  );
}

function Board({ asks, onAll }: { asks: BoardAsks; onAll: () => void }) {
  const report = useBoard(asks);
  if (report.isPending) return <Skeleton cards={3} height={132} />;
  if (report.isError && !report.data) return <Failed failure={report.error} onAgain={() => void report.refetch()} />;
  if (report.data.rows.length === 0) {
    const all = asks.period !== 'all' && (
      <Button kind="white" onTap={onAll}>
        {words.showAll}
      </Button>
    );
    return (
      <Empty icon="chart" title={words.empty} acts={all}>
        {words.emptySub}
      </Empty>
    );
  }
  return (
    <>
      {report.isError && (
        <Notice kind="bad" icon="offline">
          {report.error.message}
        </Notice>
      )}
      <Numbers report={report.data} />
    </>
  );
}

function Numbers({ report }: { report: AttendanceReport }) {
  const live = useLiveReport(report);
  const cancelled = live.rows.some(({ state }) => state === 'cancelled');
  return (
    <>
      <Legend report={live} />
      <Lanes rows={live.rows} />
      <View className="after">
        <View className="wide-only">{words.note}</View>
        <View className="narrow-only">{words.noteShort}</View>
        {cancelled && <View>{words.cancelledNote}</View>}
      </View>
      {process.env.TARO_ENV !== 'weapp' && <NumberTable report={live} />}
    </>
  );
}
