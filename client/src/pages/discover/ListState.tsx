import { asOfText } from '@openday/shared/dates';
import { Failed } from '@/components/Failed';
import { KeptNotice } from '@/components/KeptNotice';
import { Skeleton } from '@/components/Skeleton';
import { KeptTicket } from '@/features/registrations/KeptTicket';
import { CARD_PX, EventCard } from '@/features/sessions/EventCard';
import type { useSessions } from '@/features/sessions/useDiscover';
import { ApiError } from '@/lib/api-error';
import { serverNow } from '@/lib/clock';
import { everyone } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';

const { discover: words } = resident;

type List = ReturnType<typeof useSessions>;

/** What stands in place of dated activities while they are on the way or out of reach. */
export function ListState({ list }: { list: List }) {
  // What was seen last stays while it is asked for again.
  const again = list.isPending && list.errorUpdateCount > 0 && Boolean(list.stored?.items.length);
  if (list.isPending && !again) return <Skeleton height={CARD_PX} />;
  return list.isError || again ? <OutOfReach list={list} /> : null;
}

/** Without network: what was seen last, and the ticket that works all the same. */
function OutOfReach({ list }: { list: List }) {
  const again = () => void list.refetch();
  const { stored, error } = list;
  const unreached = !error || (error instanceof ApiError && error.code === 'OFFLINE');
  if (!unreached || !stored || stored.items.length === 0) {
    return <Failed failure={error ?? new Error(everyone.notOurs)} onAgain={again} />;
  }
  const at = asOfText(stored.at, serverNow());
  return (
    <>
      <KeptNotice at={stored.at} busy={list.isFetching} onAgain={again} />
      <KeptTicket />
      {stored.items.map((session) => (
        <EventCard key={session.id} session={session} stored={words.storedFoot(at)} />
      ))}
    </>
  );
}
