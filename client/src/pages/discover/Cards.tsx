import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { EventCard } from '@/features/sessions/EventCard';
import type { useAnnounced, useSessions } from '@/features/sessions/useDiscover';
import { open, routes } from '@/lib/routes';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { UndatedList } from './UndatedList';
import { useDrawn } from './useDrawn';

const { discover: words } = resident;

export interface CardsProps {
  dated: ReturnType<typeof useSessions>;
  /** Null where only dated ones are asked for. */
  undated: ReturnType<typeof useAnnounced> | null;
}

/** Dated activities, then those whose day is not set, so many at a time. */
export function Cards({ dated, undated }: CardsProps) {
  const { sessions, events, busy, more, before } = useDrawn(dated, undated);
  return (
    <>
      {before && (
        <Button kind="white" onTap={before}>
          {words.before}
        </Button>
      )}
      {before && <View className="gap" />}
      {sessions.map((session) => (
        <EventCard key={session.id} session={session} />
      ))}
      <UndatedList events={events} />
      {more && (
        <Button kind="white" busy={busy} onTap={more}>
          {words.more}
        </Button>
      )}
      <Button kind="plain" onTap={() => open(routes.past)}>
        {finding.pastOnes}
      </Button>
    </>
  );
}
