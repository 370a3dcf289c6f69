import { clockOf } from '@openday/shared/dates';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { KeptTicket } from '@/features/registrations/KeptTicket';
import { EventCard } from '@/features/sessions/EventCard';
import type { useSessions } from '@/features/sessions/useDiscover';
import { ApiError } from '@/lib/api-error';
import { everyone } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';

const { discover: words } = resident;

export interface ListStateProps {
  list: ReturnType<typeof useSessions>;
  /** Whether the resident has narrowed the list. */
  filtered: boolean;
  onAll: () => void;
}

/** What stands in place of dated activities: on the way, none, or out of reach. */
export function ListState({ list, filtered, onAll }: ListStateProps) {
  if (list.isPending) return <Skeleton />;
  if (list.isError) return <OutOfReach list={list} />;
  return list.sessions.length === 0 ? <Nothing filtered={filtered} onAll={onAll} /> : null;
}

function Nothing({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  if (!filtered) {
    return (
      <Empty icon="calendar" title={words.nothingAtAll}>
        <Phrase>{words.nothingAtAllSub}</Phrase>
      </Empty>
    );
  }
  const acts = (
    <Button kind="primary" onTap={onAll}>
      {words.showAll}
    </Button>
  );
  return (
    <Empty icon="calendar" title={words.nothing} acts={acts}>
      <Phrase>{words.nothingSub}</Phrase>
    </Empty>
  );
}

/** Without network: what was seen last, and the ticket that works all the same. */
function OutOfReach({ list }: { list: ListStateProps['list'] }) {
  const again = () => void list.refetch();
  const { stored, error } = list;
  const unreached = error instanceof ApiError && error.code === 'OFFLINE';
  if (!unreached || !stored || stored.items.length === 0) {
    return <Failed failure={error ?? new Error(everyone.notOurs)} onAgain={again} />;
  }
  const at = clockOf(stored.at);
  return (
    <>
      <Notice icon="offline" act={{ text: everyone.again, onTap: again }}>
        <Phrase>{words.stored(at)}</Phrase>
      </Notice>
      <KeptTicket />
      {stored.items.map((session) => (
        <EventCard key={session.id} session={session} stored={words.storedFoot(at)} />
      ))}
    </>
  );
}
