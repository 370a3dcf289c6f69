import type { EventDetail } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Button } from '@/components/Button';
import { useFollow } from '@/features/follows/useFollow';
import { useFollowUnit } from '@/features/follows/useFollowUnit';
import { LIVE } from '@/features/registrations/useMine';
import { useOffer } from '@/features/registrations/useOffer';
import { useRated } from '@/features/registrations/useRated';
import { open, openTab, routes } from '@/lib/routes';
import { eventWords } from '@/lib/text/event';
import { resident } from '@/lib/text/resident';
import { standingWords } from '@/lib/text/standing';
import { showWay } from '@/lib/way';
import { RemindButton } from './RemindButton';

const { act: words, event: pageWords, follow } = resident;

export interface Does {
  register: () => void;
  leave: () => void;
}

export interface NextStepProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  mine: Registration | null;
  /** People being registered just now; null = nobody. */
  queueing: number | null;
  does: Does;
}

/** The button of the page: what can be done now. */
export function NextStep({ event, session, mine, queueing, does }: NextStepProps) {
  if (!session) return <TellMeButton event={event} />;
  if (queueing !== null) {
    return (
      <Button kind="primary" id="register" onTap={does.register}>
        {eventWords.queueingLook(queueing)}
      </Button>
    );
  }
  const { phase } = session;
  if (phase === 'cancelled') return <OthersButton />;
  if (phase === 'ended') return mine?.status === 'confirmed' ? <RateButton mine={mine} /> : <OthersButton />;
  if (mine && LIVE.includes(mine.status)) return <MineButton mine={mine} does={does} />;
  // Who was not taken looks for another; following the unit is for who came too late.
  if (mine && phase === 'closed') return <OthersButton />;
  return <SessionButton session={session} onRegister={does.register} />;
}

function MineButton({ mine, does }: { mine: Registration; does: Does }) {
  switch (mine.status) {
    case 'confirmed':
      return (
        <Button kind="primary" onTap={() => open(routes.ticket(mine.id))}>
          {words.showCode}
        </Button>
      );
    case 'offered':
      return <AcceptButton offer={mine} />;
    case 'waitlisted':
      // By lot there is nothing to stop waiting for at once: README of the pictures, 05d.
      return mine.ticketNo === null ? <Button onTap={does.leave}>{words.stopWaiting}</Button> : <OthersButton />;
    default:
      return <OthersButton />;
  }
}

function SessionButton({ session, onRegister }: { session: SessionDetail; onRegister: () => void }) {
  const { phase, mode, quotas, venue, organizer } = session;
  switch (phase) {
    case 'open':
    case 'full':
      return (
        <Button kind="primary" id="register" onTap={onRegister}>
          {registerWords(session)}
        </Button>
      );
    case 'soon':
      return <RemindButton session={session} />;
    case 'closed':
      return <FollowUnitButton organizer={organizer.id} />;
    case 'walkIn':
      if (mode === 'invited' && quotas.length === 0) return <OthersButton />;
      if (mode === 'invited') {
        return (
          <Button kind="primary" id="register" onTap={onRegister}>
            {words.invited}
          </Button>
        );
      }
      return (
        <Button kind="primary" onTap={() => void showWay(venue)}>
          {pageWords.way}
        </Button>
      );
    default:
      return <OthersButton />;
  }
}

function registerWords({ mode, quotas }: SessionDetail): string {
  if (mode === 'draw') return words.enterDraw;
  if (mode === 'invited') return words.invited;
  // The pool for everybody may be full while another has room.
  return quotas.some(({ seats }) => seats.left > 0) ? words.register : words.wait;
}

function OthersButton() {
  return (
    <Button kind="primary" onTap={() => openTab(routes.discover)}>
      {pageWords.others}
    </Button>
  );
}

function RateButton({ mine }: { mine: Registration }) {
  const rated = useRated(mine.id);
  return (
    <Button kind={rated ? undefined : 'primary'} onTap={() => open(routes.rate(mine.session.id))}>
      {rated ? eventWords.rated : eventWords.rate}
    </Button>
  );
}

function AcceptButton({ offer }: { offer: Registration }) {
  const { accept, busy } = useOffer(offer);
  return (
    <Button kind="primary" busy={busy !== null} onTap={accept}>
      {standingWords.accept(offer.seats)}
    </Button>
  );
}

function FollowUnitButton({ organizer }: { organizer: string }) {
  const { following, toggle, busy } = useFollowUnit(organizer);
  return (
    <Button kind={following ? undefined : 'primary'} icon={following ? 'check' : 'bell'} busy={busy} onTap={toggle}>
      {following ? eventWords.followingUnit : eventWords.followUnit}
    </Button>
  );
}

function TellMeButton({ event }: { event: EventDetail }) {
  const { toggle, busy } = useFollow(event.id, event.following);
  return (
    <Button kind={event.following ? undefined : 'primary'} icon="bell" busy={busy} onTap={toggle}>
      {event.following ? follow.willTell : follow.tellMe}
    </Button>
  );
}
