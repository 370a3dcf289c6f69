import type { Variance } from '@openday/shared/board';
import { clockText, dayText } from '@openday/shared/dates';
import type { AttendanceRow } from '@openday/shared/reports';
import { disagreement, offPlan } from '@openday/shared/variance';
import type { Id } from '@openday/shared/wire';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Tap } from '@/components/Tap';
import { sessionUrl } from '@/features/desk/places';
import { reportUrl } from '@/features/desk/record-urls';
import { FIVE, fiveWords } from '@/features/reports/five-words';
import { Lane } from '@/features/reports/Lane';
import { type Axis, at, axisOf, gridOf } from '@/features/reports/lane-axis';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';

const { board: words, five } = desk;

/** A mini program page bears a thousand nodes; a lane with its words has some fifty. */
const AT_ONCE = process.env.TARO_ENV === 'weapp' ? 12 : Number.POSITIVE_INFINITY;

/** Every session on the same axis, by date. */
export function Lanes({ rows, said }: { rows: AttendanceRow[]; said: ReadonlyMap<Id, Variance> }) {
  const [from, setFrom] = useState(0);
  const axis = axisOf(rows);
  const first = from < rows.length ? from : 0;
  const rest = rows.length - first - AT_ONCE;
  return (
    <View className="group lanes">
      <View className="axis">
        <View className="axis__name">{words.eachRow}</View>
        <View className="axis__line">
          {gridOf(axis).map((value) => (
            <Text key={value} className="axis__value" style={{ left: at(value, axis) }}>
              {value === axis.end ? five.people(String(value)) : value}
            </Text>
          ))}
        </View>
        <View className="axis__end" />
      </View>
      {rows.slice(first, first + AT_ONCE).map((row) => (
        <LaneRow key={row.sessionId} row={row} axis={axis} said={said.get(row.sessionId)} />
      ))}
      {first > 0 && <Act onTap={() => setFrom(first - AT_ONCE)}>{words.earlier}</Act>}
      {rest > 0 && <Act onTap={() => setFrom(first + AT_ONCE)}>{words.later(rest)}</Act>}
    </View>
  );
}

function LaneRow({ row, axis, said }: { row: AttendanceRow; axis: Axis; said?: Variance }) {
  const numbers = fiveWords(row);
  const now = serverNow();
  return (
    <View className="lanes__row">
      <View className="lanes__name">
        <Tap role="link" className="lanes__theme link" onTap={() => open(sessionUrl(row.sessionId))}>
          {row.theme}
        </Tap>
        <View className="lanes__when">
          <Text className="phrase lanes__date">{`${dayText(row.startsAt, now)} ${clockText(row.startsAt)}`}</Text>
          <Text className="phrase">{row.organizer.name}</Text>
        </View>
      </View>
      <View className="lanes__lane">
        <Lane row={row} axis={axis} />
      </View>
      <View className="lanes__ends">
        <View className="grow">0</View>
        {five.people(String(axis.end))}
      </View>
      <View className="lanes__five">
        {FIVE.map((key) => (
          <View key={key} className="lanes__one">
            <View className={classes('lanes__number', numbers[key] === five.missing && 'lanes__number--none')}>
              {numbers[key]}
            </View>
            <View className="lanes__label">{key === 'handCount' ? five.handShort : five[key]}</View>
          </View>
        ))}
      </View>
      <Standing row={row} said={said} />
    </View>
  );
}

/** Beside the lane: what came of it so far, in words. */
function Standing({ row, said }: { row: AttendanceRow; said?: Variance }) {
  const gap = disagreement(row);
  const off = offPlan(row);
  const reasons = reasonsOf(said);
  const got = words.got(row.checkedIn, row.handCount);
  const only = words.only[row.mode];
  if (row.state === 'cancelled' || row.state === 'upcoming') {
    return <View className="lanes__end">{desk.state[row.state]}</View>;
  }
  const live = row.state === 'ongoing';
  return (
    <View className={classes('lanes__end', !live && !gap && !off && !only && got !== '' && 'lanes__end--said')}>
      <View className={classes('lanes__got', live && 'lanes__got--live')}>
        {live ? words.gotOngoing(row.checkedIn) : got || words.noRecord}
      </View>
      {gap !== null && <View className="warn strong">{words.differ(gap)}</View>}
      {off !== null && <View className="warn">{boardText.off(off)}</View>}
      {(gap !== null || off !== null) && (
        <Tap role="link" className="lanes__why link" onTap={() => open(reportUrl(row.sessionId))}>
          {reasons || boardText.notSaid}
        </Tap>
      )}
      {only && <View>{only}</View>}
    </View>
  );
}

/** Why, as the closing report says. */
function reasonsOf(variance: Variance | undefined): string {
  if (!variance?.said) return '';
  const { countReasons, countNote, planReasons, planNote } = variance.said;
  const named = [...countReasons, ...planReasons].filter((reason) => reason !== 'other');
  return [...named.map((reason) => boardText.reasons[reason]), countNote, planNote].filter(Boolean).join('；');
}
