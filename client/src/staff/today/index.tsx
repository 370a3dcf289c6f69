import { dayOf, dayText } from '@openday/shared/dates';
import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group, GroupHead } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { Switch } from '@/components/Switch';
import { touched, useDoorState } from '@/features/door/door-state';
import { watchDoor } from '@/features/door/sync';
import { useNow } from '@/lib/clock';
import { setLargeType, useLargeType } from '@/lib/large-type';
import { setSharp, useSharp } from '@/lib/sharp';
import { door } from '@/lib/text/door';
import { useAccount } from '@/lib/tokens';
import { DoorNameCell } from './DoorNameCell';
import { PhoneCell } from './PhoneCell';
import { SessionSlot } from './SessionSlot';
import { SignIn } from './SignIn';
import { useDoorSessions, useKeptSessions } from './useDoorSessions';
import '@/features/door/door.scss';
import './today.scss';

const { today: words } = door;
const MINUTE_MS = 60_000;

/** 门口签到: my sessions, and whether this phone can do without network. */
export default function TodayPage() {
  const account = useAccount();
  useDidShow(touched);
  const ready = useDoorState((state) => state.ready);
  useEffect(() => watchDoor(null), []);
  if (!ready) return <Page>{null}</Page>;
  return <Page>{account && account.role !== 'resident' ? <MySessions /> : <SignedOut isExpired={!account} />}</Page>;
}

/** Where the sign-in expired at the door, the lists are still on the phone, and the door goes on. */
function SignedOut({ isExpired }: { isExpired: boolean }) {
  const now = useNow(MINUTE_MS / 2);
  const kept = useKeptSessions();
  return (
    <>
      <SignIn />
      {isExpired && kept.length > 0 && (
        <>
          <View className="gap" />
          <GroupHead>{words.onPhone}</GroupHead>
          {kept.map((session) => (
            <SessionSlot key={session.id} session={session} now={now} dated />
          ))}
        </>
      )}
    </>
  );
}

function MySessions() {
  const now = useNow(MINUTE_MS / 2);
  const { sessions, failure, pending, isStored, again } = useDoorSessions();
  const large = useLargeType((state) => state.large);
  const sharp = useSharp((state) => state.sharp);
  const day = (offset: number) => sessions.filter(({ startsAt }) => compareDays(startsAt, now) === offset);
  const today = day(0);
  const rest = [
    { head: words.later, items: day(1) },
    { head: words.before, items: day(-1) },
  ];
  return (
    <>
      <View className="doorday">
        <Text className="day__t">{sessions.length > 0 ? words.count(today.length) : words.today}</Text>
        <Text className="dim">{dayText(now, now)}</Text>
      </View>
      {isStored && <Notice icon="offline">{words.stored}</Notice>}
      {pending && sessions.length === 0 && <Skeleton cards={2} height={240} />}
      {failure && sessions.length === 0 && <Failed failure={failure} onAgain={again} />}
      {!pending && !failure && sessions.length === 0 && (
        <Empty icon="door" title={words.none}>
          {words.noneSub}
        </Empty>
      )}
      {today.map((session) => (
        <SessionSlot key={session.id} session={session} now={now} />
      ))}
      {rest.map(
        ({ head, items }) =>
          items.length > 0 && (
            <View key={head}>
              <GroupHead>{head}</GroupHead>
              {items.map((session) => (
                <SessionSlot key={session.id} session={session} now={now} dated />
              ))}
            </View>
          ),
      )}
      <Group>
        <PhoneCell />
        <DoorNameCell />
        <Cell icon="text" value={large ? words.typeLarge : words.typeNormal} onTap={() => setLargeType(!large)}>
          {words.type}
        </Cell>
        <Switch icon="eye" label={words.sharp} sub={words.sharpSub} on={sharp} onChange={setSharp} />
      </Group>
    </>
  );
}

/** −1 before today, 0 today, 1 later, by the calendar in China. */
function compareDays(at: string, now: number): number {
  return Math.sign(dayOf(at).localeCompare(dayOf(now)));
}
