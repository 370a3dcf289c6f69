import { daysLeftText, momentText, rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/events';
import { View } from '@tarojs/components';
import { FactRow } from '@/components/FactRow';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { SeatBar } from '@/components/SeatBar';
import { usePlace } from '@/features/places/place';
import { serverNow } from '@/lib/clock';
import { metresBetween, wayText } from '@/lib/distance';
import { sayFailure } from '@/lib/say';
import { resident } from '@/lib/text/resident';
import { addToCalendar } from '@/platform/calendar';
import { openDirections } from '@/platform/directions';

const { event: words, card } = resident;

/** When, where, how far, and how many seats are left. */
export function SessionFacts({ session }: { session: SessionDetail }) {
  const { venue, seats, startsAt, endsAt } = session;
  const place = usePlace((state) => state.place);
  const now = serverNow();
  const over = session.phase === 'ended' || session.phase === 'cancelled';
  const calendar = () => {
    const entry = { sessionId: session.id, title: session.theme, startsAt, endsAt, place: venue.name };
    addToCalendar(entry).catch(sayFailure);
  };
  return (
    <Group>
      <FactRow
        icon="clock"
        sub={daysLeftText(startsAt, now)}
        act={over ? undefined : { text: words.calendar, onTap: calendar }}
      >
        <Phrase>{rangeText(startsAt, endsAt, now)}</Phrase>
      </FactRow>
      <FactRow
        icon="pin"
        act={over ? undefined : { text: words.way, onTap: () => void openDirections(venue).catch(sayFailure) }}
        sub={
          <>
            {venue.address && <View>{venue.address}</View>}
            {place && <View>{wayText(metresBetween(place, venue))}</View>}
            {venue.transport && <View>{venue.transport}</View>}
          </>
        }
      >
        <Phrase>{venue.name}</Phrase>
      </FactRow>
      {seats && session.phase === 'open' && (
        <FactRow icon="people" sub={<Phrase>{seatsLine(session, now)}</Phrase>}>
          <View className="strong">{card.left(seats.left)}</View>
          <SeatBar seats={seats} />
        </FactRow>
      )}
    </Group>
  );
}

function seatsLine({ seats, closesAt }: SessionDetail, now: number): string {
  const capacity = seats?.capacity ?? 0;
  return closesAt ? words.until(capacity, momentText(closesAt, now)) : words.total(capacity);
}
