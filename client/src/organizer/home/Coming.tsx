import { clockRangeText, dayOf, dayText } from '@openday/shared/dates';
import type { AttendanceRow } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/Skeleton';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { DESK_PLACES, sessionUrl } from '@/features/desk/places';
import { plannedWords } from '@/features/reports/five-words';
import { Lane } from '@/features/reports/Lane';
import { type Axis, axisOf } from '@/features/reports/lane-axis';
import { daysFrom } from '@/features/reports/period';
import { useAttendance } from '@/features/reports/useAttendance';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { desk } from '@/lib/text/desk';

const { home: words, five } = desk;
const SHOWN_NEXT = 8;

/** Today's sessions with live numbers, and the week after. */
export function Coming() {
  const report = useAttendance(daysFrom(0, 8, serverNow()));
  if (report.isError && !report.data) return <Failed failure={report.error} onAgain={() => void report.refetch()} />;
  if (!report.data) return <Skeleton cards={2} height={110} />;
  const { rows, asOf } = report.data;
  const isToday = (row: AttendanceRow) => dayOf(row.startsAt) === dayOf(asOf);
  const today = rows.filter(isToday);
  const next = rows.filter((row) => !isToday(row) && row.state !== 'cancelled').slice(0, SHOWN_NEXT);
  const axis = axisOf(today);
  const board = DESK_PLACES.find(({ key }) => key === 'board');
  return (
    <>
      <View className="sec sec--first">
        <View className="grow">{words.today(today.length)}</View>
        {board && <Act onTap={() => open(board.url)}>{board.text}</Act>}
      </View>
      {today.length > 0 && (
        <Group>
          {today.map((row) => (
            <Now key={row.sessionId} row={row} axis={axis} />
          ))}
        </Group>
      )}
      <View className="sec">{words.nextWeek}</View>
      {next.length > 0 ? (
        <Group>
          {next.map((row) => (
            <Tap key={row.sessionId} role="link" className="next" onTap={() => open(sessionUrl(row.sessionId))}>
              <View className="next__day">{dayText(row.startsAt, serverNow())}</View>
              <View className="grow">{row.theme}</View>
              <Icon name="right" className="cell__go" />
            </Tap>
          ))}
        </Group>
      ) : (
        <View className="after">{words.nothingNext}</View>
      )}
    </>
  );
}

function Now({ row, axis }: { row: AttendanceRow; axis: Axis }) {
  const facts = [
    row.registered !== null && `${five.registered} ${row.registered}`,
    `${five.capacity} ${row.capacity ?? five.unlimited}`,
    row.planned !== null && `${five.planned} ${plannedWords(row.planned)}`,
    row.handCount !== null && `${five.handCount} ${row.handCount}`,
  ].filter((fact) => fact !== false);
  const come = row.checkedIn !== null && words.came(row.checkedIn);
  return (
    <Tap role="link" className="now" onTap={() => open(sessionUrl(row.sessionId))}>
      <View className="strong">{row.theme}</View>
      <View className="now__where">
        <View className="grow">{`${clockRangeText(row.startsAt, row.endsAt)} · ${row.venue}`}</View>
        <Tag kind={row.state === 'ongoing' ? 'accent' : undefined}>{desk.state[row.state]}</Tag>
      </View>
      <View className="now__lane">
        <Lane row={row} axis={axis} low />
      </View>
      <View className="now__facts">
        {come && <View className="now__came">{`${come} · `}</View>}
        {facts.join(' · ')}
      </View>
    </Tap>
  );
}
