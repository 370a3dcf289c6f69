import type { Board as Sums } from '@openday/shared/board';
import { clockText } from '@openday/shared/dates';
import type { AttendanceReport } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { ExportButton } from '@/features/exports/ExportButton';
import { useAttendance } from '@/features/reports/useAttendance';
import { useBoard, useVariances } from '@/features/reports/useBoard';
import { useLiveReport } from '@/features/reports/useLiveReport';
import { serverNow } from '@/lib/clock';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';
import { BoardFilters } from './BoardFilters';
import { type BoardAsks, NO_ASKS, queryOf } from './board-asks';
import { Groups } from './Groups';
import { Lanes } from './Lanes';
import { Legend } from './Legend';
import { NumberTable } from './NumberTable';
import { Weeks } from './Weeks';
import './board.scss';

const { board: words } = desk;

/** B10: the five numbers of every session, as pictures and as a table, alive while a session is on. */
export default function BoardPage() {
  const [asks, setAsks] = useState<BoardAsks>(NO_ASKS);
  const file = <ExportButton asked={{ kind: 'sessions', ...queryOf(asks, serverNow()) }} />;
  return (
    <Desk on="board" title={words.title} sub={<AsOf asks={asks} />} acts={file}>
      {() => (
        <>
          <BoardFilters asks={asks} onChange={(next) => setAsks({ ...next, of: null })} />
          <Board asks={asks} onAsk={(change) => setAsks({ ...asks, ...change })} />
          <View className="narrow-only">{file}</View>
        </>
      )}
    </Desk>
  );
}

function AsOf({ asks }: { asks: BoardAsks }): ReactNode {
  const { data } = useBoard(queryOf(asks, serverNow()));
  return data ? words.asOf(clockText(data.asOf), data.sessions.ongoing > 0) : null;
}

interface Asking {
  asks: BoardAsks;
  onAsk: (change: Partial<BoardAsks>) => void;
}

function Board({ asks, onAsk }: Asking) {
  const board = useBoard(queryOf(asks, serverNow()));
  if (board.isPending) return <Skeleton cards={3} height={132} />;
  if (board.isError && !board.data) return <Failed failure={board.error} onAgain={() => void board.refetch()} />;
  const { totals, sessions } = board.data;
  const weeks = <Weeks asks={asks} onWeek={(week) => onAsk({ week, of: null })} />;
  if (totals.sessions + sessions.cancelled === 0) {
    const all = (asks.period !== 'all' || asks.week !== null) && (
      <Button kind="white" onTap={() => onAsk({ period: 'all', week: null, of: null })}>
        {words.showAll}
      </Button>
    );
    return (
      <>
        <Empty icon="chart" title={words.empty} acts={all}>
          {words.emptySub}
        </Empty>
        {weeks}
      </>
    );
  }
  return (
    <>
      {board.isError && (
        <Notice kind="bad" icon="offline">
          {board.error.message}
        </Notice>
      )}
      <Rows asks={asks} onAsk={onAsk} sums={board.data}>
        {weeks}
      </Rows>
      <Groups asks={asks} onAsk={onAsk} />
    </>
  );
}

function Rows({ asks, onAsk, sums, children }: Asking & { sums: Sums; children: ReactNode }) {
  const { of } = asks;
  const query = queryOf(asks, serverNow());
  const report = useAttendance({ ...query, ...(of && { of }) });
  const said = useVariances(query, sums.sessions.varies > 0);
  const byId = new Map(said.data?.items.map((one) => [one.row.sessionId, one]));
  const { cancelled, varies } = sums.sessions;
  const only = of && (
    <View className="only">
      <View className="grow">{boardText.only(boardText.behind[of], sums.sessions[of])}</View>
      <Act onTap={() => onAsk({ of: null })}>{boardText.seeAll}</Act>
    </View>
  );
  const rows = report.data ? (
    <Live report={report.data}>
      {(live) => (
        <>
          <Legend board={{ ...sums, totals: live.totals }} of={of} onOf={(next) => onAsk({ of: next })} />
          {children}
          {only}
          <Lanes rows={live.rows} said={byId} />
          {report.hasNextPage && (
            <Act onTap={() => void report.fetchNextPage()}>
              {report.isFetchNextPageError ? boardText.moreFailed : boardText.more}
            </Act>
          )}
          {!of && varies > 0 && <Act onTap={() => onAsk({ of: 'varies' })}>{boardText.varies(varies)}</Act>}
          <View className="after">
            <View className="wide-only">{words.note}</View>
            <View className="narrow-only">{words.noteShort}</View>
            {cancelled > 0 && <View>{words.cancelledNote}</View>}
          </View>
          {process.env.TARO_ENV !== 'weapp' && (
            <NumberTable rows={live.rows} sums={of ? null : { ...sums, totals: live.totals }} />
          )}
        </>
      )}
    </Live>
  ) : report.isError ? (
    <Failed failure={report.error} onAgain={() => void report.refetch()} />
  ) : (
    <Skeleton cards={2} height={132} />
  );
  return rows;
}

/** The report with what the doors say by now. */
function Live({ report, children }: { report: AttendanceReport; children: (live: AttendanceReport) => ReactNode }) {
  return <>{children(useLiveReport(report))}</>;
}
