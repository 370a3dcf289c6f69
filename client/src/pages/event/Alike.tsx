import { clockText, dayText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { useQuery } from '@tanstack/react-query';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { eventWords as words } from '@/lib/text/event';
import { resident } from '@/lib/text/resident';

const MOST = 2;

/** Where nothing can be had here: what is near this place, of the same kind, and has room. */
export function Alike({ session }: { session: SessionDetail }) {
  const { venue, forms } = session;
  const [form] = forms;
  const found = useQuery({
    queryKey: ['sessions', 'alike', session.id],
    queryFn: ({ signal }) =>
      api('GET /sessions', {
        query: { lng: venue.lng, lat: venue.lat, open: true, limit: MOST + 4, ...(form && { form }) },
        signal,
      }),
  });
  const now = serverNow();
  const others = found.data?.items.filter(({ eventId }) => eventId !== session.eventId).slice(0, MOST) ?? [];
  if (others.length === 0) return null;
  return (
    <Group head={words.alike}>
      {others.map(({ id, eventId, theme, startsAt, seats }) => (
        <Cell
          key={id}
          sub={[
            `${dayText(startsAt, now)} ${clockText(startsAt)}`,
            seats ? words.left(seats.left) : resident.card.walkIn,
          ].join('，')}
          onTap={() => open(routes.event(eventId, id))}
        >
          <Phrase>{theme}</Phrase>
        </Cell>
      ))}
    </Group>
  );
}
