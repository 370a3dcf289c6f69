import { clockText, dayOf, dayText, instantOf } from '@openday/shared/dates';
import type { SessionCard } from '@openday/shared/sessions';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Group, GroupHead } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { usePlace } from '@/features/places/place';
import { phaseWords } from '@/features/sessions/phase-words';
import type { DayMark } from '@/features/sessions/useMonth';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { distanceText, metresBetween } from '@/lib/distance';
import { open, routes } from '@/lib/routes';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { useDay } from './useDay';

const { calendar: words } = finding;
const ROW_PX = 60;

export interface DayListProps {
  day: string;
  /** What the month says of it. */
  mark: DayMark | undefined;
  /** The month is not here yet. */
  pending: boolean;
  /** The next day with room; null = none in this month. */
  next: string | null;
  onDay: (day: string) => void;
}

/** What is on, on one day, by the clock. */
export function DayList({ day, mark, pending, next, onDay }: DayListProps) {
  const expected = mark?.sessions ?? 0;
  const name = dayWords(day);
  if (!pending && expected === 0) {
    const act = next ? <Button onTap={() => onDay(next)}>{words.nextIs(dayWords(next))}</Button> : undefined;
    return (
      <Group head={name}>
        <View className="dayrow__none">
          {words.noneToday}
          {act}
        </View>
      </Group>
    );
  }
  return <Listed day={day} name={name} expected={expected} />;
}

function Listed({ day, name, expected }: { day: string; name: string; expected: number }) {
  const { sessions, pending, failure, more, busy, again } = useDay(day);
  if (pending) {
    return (
      <>
        <GroupHead>{name}</GroupHead>
        <Skeleton cards={Math.min(4, Math.max(1, expected))} height={ROW_PX} />
      </>
    );
  }
  if (failure instanceof ApiError && failure.code === 'OFFLINE') {
    return (
      <Group head={words.on(name, expected)}>
        <View className="dayrow__none">
          <Phrase>{words.dayOffline}</Phrase>
        </View>
      </Group>
    );
  }
  if (failure) return <Failed failure={failure} onAgain={again} />;
  if (sessions.length === 0) return <Empty icon="calendar" title={words.noneToday} />;
  return (
    <>
      <Group head={words.on(name, expected)}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </Group>
      {more && (
        <Button kind="white" busy={busy} onTap={more}>
          {resident.discover.more}
        </Button>
      )}
    </>
  );
}

function Row({ session }: { session: SessionCard }) {
  const place = usePlace((state) => state.place);
  const { state, go } = phaseWords(session, serverNow());
  const far = place && distanceText(metresBetween(place, session.venue));
  return (
    <Tap role="link" className="dayrow" onTap={() => open(routes.event(session.eventId, session.id))}>
      <Text className="dayrow__at">{clockText(session.startsAt)}</Text>
      <View className="grow">
        <View>
          <Phrase>{session.theme}</Phrase>
        </View>
        <View className="dayrow__sub">
          <View className="grow">
            <Phrase>{far ? `${state}，${far}` : `${state}，${session.venue.name}`}</Phrase>
          </View>
          <View className="ev__go">
            {go}
            <Icon name="right" />
          </View>
        </View>
      </View>
    </Tap>
  );
}

/** `9月10日 周四`, `今天` before it where it is. */
function dayWords(day: string): string {
  const now = serverNow();
  const text = dayText(instantOf(day, '00:00'), now);
  return day === dayOf(now) ? `${words.isToday} ${text}` : text;
}
