import type { Id } from '@openday/shared/wire';
import { Act } from '@/components/Act';
import { resident } from '@/lib/text/resident';
import { useFollow } from './useFollow';

const { follow: words } = resident;

/** On a card without a date: 定了告诉我. */
export function TellMeAct({ eventId, following }: { eventId: Id; following: boolean }) {
  const { toggle, busy } = useFollow(eventId, following);
  return (
    <Act icon={following ? 'check' : 'bell'} end checked={following} disabled={busy} onTap={toggle}>
      {following ? words.willTell : words.tellMe}
    </Act>
  );
}

/** Under an event's title: 关注. */
export function FollowPill({ eventId, following }: { eventId: Id; following: boolean }) {
  const { toggle, busy } = useFollow(eventId, following);
  return (
    <Act pill={following ? 'fill' : 'edge'} end checked={following} disabled={busy} onTap={toggle}>
      {following ? words.following : words.follow}
    </Act>
  );
}
