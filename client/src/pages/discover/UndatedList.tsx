import { Button } from '@/components/Button';
import { GroupHead } from '@/components/Group';
import { TellMeAct } from '@/features/follows/FollowAct';
import { UndatedCard } from '@/features/sessions/EventCard';
import type { useAnnounced } from '@/features/sessions/useDiscover';
import { resident } from '@/lib/text/resident';

const { discover: words } = resident;

/** Activities whose day is not set: below the dated ones, each to be followed. */
export function UndatedList({ list }: { list: ReturnType<typeof useAnnounced> }) {
  if (list.events.length === 0) return null;
  return (
    <>
      <GroupHead aside={words.undatedAside}>{words.undated}</GroupHead>
      {list.events.map((event) => (
        <UndatedCard key={event.id} event={event} act={<TellMeAct eventId={event.id} following={event.following} />} />
      ))}
      {list.hasNextPage && (
        <Button kind="white" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
