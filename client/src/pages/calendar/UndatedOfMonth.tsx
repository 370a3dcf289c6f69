import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { GroupHead } from '@/components/Group';
import { TellMeAct } from '@/features/follows/FollowAct';
import { UndatedCard } from '@/features/sessions/EventCard';
import { useAnnounced } from '@/features/sessions/useDiscover';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';

const { calendar: words } = finding;
const ANY = { q: '', organizer: null };

/** Activities without a day that may fall into the month `YYYY-MM`, each to be followed. */
export function UndatedOfMonth({ month }: { month: string }) {
  const { events, hasNextPage, isFetchingNextPage, fetchNextPage } = useAnnounced(ANY);
  const inMonth = events.filter(({ window }) => window.from.slice(0, 7) <= month && window.to.slice(0, 7) >= month);
  if (inMonth.length === 0 && !hasNextPage) return null;
  return (
    <>
      <GroupHead aside={words.undatedAside}>{words.undated}</GroupHead>
      {inMonth.map((event) => (
        <UndatedCard key={event.id} event={event} act={<TellMeAct eventId={event.id} following={event.following} />} />
      ))}
      {hasNextPage && (
        <Button kind="white" busy={isFetchingNextPage} onTap={() => void fetchNextPage()}>
          {resident.discover.more}
        </Button>
      )}
      <View className="gap" />
    </>
  );
}
