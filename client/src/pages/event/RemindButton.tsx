import type { SessionDetail } from '@openday/shared/sessions';
import { Button } from '@/components/Button';
import { sayNoted } from '@/features/sessions/say-noted';
import { say } from '@/lib/say';
import { eventWords as words } from '@/lib/text/event';
import { resident } from '@/lib/text/resident';
import { addReminder } from '@/platform/calendar';

const MINUTE_MS = 60_000;
const BEFORE_MINUTES = 5;

/** 到点提醒我: the phone's own calendar rings, which holds whether or not we may send messages. */
export function RemindButton({ session }: { session: SessionDetail }) {
  const { opensAt, id, theme, organizer } = session;
  if (!opensAt) return <Button off>{resident.card.notYet}</Button>;
  const remind = async () => {
    try {
      const noted = await addReminder({
        id: `${id}-opening`,
        title: words.opening(theme),
        startsAt: opensAt,
        endsAt: new Date(Date.parse(opensAt) + 10 * MINUTE_MS).toISOString(),
        place: organizer.name,
        beforeMinutes: BEFORE_MINUTES,
      });
      await sayNoted(noted, words.reminded);
    } catch (failure) {
      console.info('no reminder', failure);
      say(words.notReminded);
    }
  };
  return (
    <Button kind="primary" icon="bell" onTap={() => void remind()}>
      {words.remindMe}
    </Button>
  );
}
