import { clockOf, dayText } from '@openday/shared/dates';
import type { AttendanceRow } from '@openday/shared/reports';
import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { sessionUrl } from '@/features/desk/places';
import {
  cameRegistered,
  FIVE,
  type FiveKey,
  fiveWords,
  type Sums,
  share,
  totalWords,
} from '@/features/reports/five-words';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { desk } from '@/lib/text/desk';

const { board: words, five } = desk;

/** The same numbers as a table, on a wide screen; a phone has them under each lane. `sums` null: these rows are not all. */
export function NumberTable({ rows, sums: all }: { rows: AttendanceRow[]; sums: Sums | null }) {
  const sums = all && totalWords(all);
  return (
    <View className="wide-only">
      <View className="sec">{words.table}</View>
      <View className="group table">
        <View className="table__row table__row--head">
          <View className="table__time">{words.columns.time}</View>
          <View className="table__grow">{words.columns.session}</View>
          <View className="table__unit">{words.columns.unit}</View>
          {FIVE.map((key) => (
            <View key={key} className={cell(key)}>
              {five[key]}
            </View>
          ))}
          <View className="table__number">{words.columns.full}</View>
          <View className="table__number">{words.columns.came}</View>
        </View>
        {rows.map((row) => (
          <Row key={row.sessionId} row={row} />
        ))}
        {sums && all && (
          <View className="table__row table__row--sum">
            <View className="table__grow">{words.sum(all.totals.sessions)}</View>
            {FIVE.map((key) => (
              <View key={key} className={cell(key)}>
                {sums[key]}
              </View>
            ))}
            <View className="table__number" />
            <View className="table__number" />
          </View>
        )}
      </View>
      <View className="after">{words.ratios}</View>
    </View>
  );
}

function cell(key: FiveKey, missing = false): string {
  return classes('table__number', key === 'handCount' && 'table__number--wide', missing && 'dim');
}

function Row({ row }: { row: AttendanceRow }) {
  const numbers = fiveWords(row);
  const full = share(row.registered, row.capacity);
  const came = row.state === 'ended' ? share(cameRegistered(row), row.registered) : five.missing;
  return (
    <View className="table__row">
      <View className="table__time">{`${dayText(row.startsAt, serverNow())} ${clockOf(row.startsAt)}`}</View>
      <View className="table__grow">
        <Tap role="link" className="link table__cut" onTap={() => open(sessionUrl(row.sessionId))}>
          {row.theme}
        </Tap>
      </View>
      <View className="table__unit">{row.organizer.name}</View>
      {FIVE.map((key) => (
        <View key={key} className={cell(key, numbers[key] === five.missing)}>
          {numbers[key]}
        </View>
      ))}
      <View className="table__number dim">{full}</View>
      <View className="table__number dim">{came}</View>
    </View>
  );
}
