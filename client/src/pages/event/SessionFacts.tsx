import { daysLeftText, momentText, rangeText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { FactRow } from '@/components/FactRow';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { SeatBar } from '@/components/SeatBar';
import { usePlace } from '@/features/places/place';
import { phaseWords } from '@/features/sessions/phase-words';
import { toCalendar } from '@/features/sessions/to-calendar';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { metresBetween, wayText } from '@/lib/distance';
import { open, routes } from '@/lib/routes';
import { resident } from '@/lib/text/resident';

import { showWay } from '@/lib/way';

const { event: words } = resident;

/** When, where, how far, and how many seats are left. */
export function SessionFacts({ session }: { session: SessionDetail }) {
  const { venue, seats, startsAt, endsAt } = session;
  const place = usePlace((state) => state.place);
  const now = serverNow();
  const over = session.phase === 'ended' || session.phase === 'cancelled';
  return (
    <Group>
      <FactRow
        icon="clock"
        sub={daysLeftText(startsAt, now)}
        act={over ? undefined : { text: words.calendar, onTap: () => void toCalendar(session) }}
      >
        <Phrase>{rangeText(startsAt, endsAt, now)}</Phrase>
      </FactRow>
      <FactRow
        icon="pin"
        act={over ? undefined : { text: words.way, onTap: () => void showWay(venue) }}
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
          <View className="strong">{phaseWords(session, now).state}</View>
          {session.mode !== 'draw' && <SeatBar seats={seats} />}
        </FactRow>
      )}
      {session.mode === 'draw' && <DrawFact session={session} />}
    </Group>
  );
}

/** How the draw is made, how many are in it, and where its promise and its result stand. */
function DrawFact({ session }: { session: SessionDetail }) {
  const { id, seats, draw } = session;
  const view = useQuery({
    queryKey: ['draw', id],
    queryFn: ({ signal }) => api('GET /sessions/:id/draw', { params: { id }, signal }),
  });
  const drawn = Boolean(draw?.drawnAt);
  const line = drawn ? words.drawn : view.data && words.drawOpen(view.data.applied, seats?.capacity ?? 0);
  return (
    <Cell
      className="rule"
      icon="list"
      sub={line}
      value={drawn ? words.drawLook : words.drawHow}
      onTap={() => open(routes.draw(id))}
    >
      {words.draw}
    </Cell>
  );
}

function seatsLine({ seats, closesAt, draw, mode, quotas }: SessionDetail, now: number): string {
  const capacity = seats?.capacity ?? 0;
  if (draw && closesAt) return words.drawUntil(momentText(closesAt, now), momentText(draw.drawsAt, now));
  const until = closesAt ? words.until(capacity, momentText(closesAt, now)) : words.total(capacity);
  const line = mode === 'approval' ? words.looked(until) : until;
  return quotas.length > 1 ? `${line}，${words.pools(quotas.map(({ name }) => name).join('、'))}` : line;
}
