import type { AnnouncedCard } from '@openday/shared/events';
import { GroupHead } from '@/components/Group';
import { TellMeAct } from '@/features/follows/FollowAct';
import { UndatedCard } from '@/features/sessions/EventCard';
import { resident } from '@/lib/text/resident';

const { discover: words } = resident;

/** Activities whose day is not set: below the dated ones, each to be followed. */
export function UndatedList({ events }: { events: AnnouncedCard[] }) {
  if (events.length === 0) return null;
  return (
    <>
      <GroupHead aside={words.undatedAside}>{words.undated}</GroupHead>
      {events.map((event) => (
        <UndatedCard key={event.id} event={event} act={<TellMeAct eventId={event.id} following={event.following} />} />
      ))}
    </>
  );
}
