import type { EventDetail } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { useState } from 'react';
import { BottomBar, SideAct } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { useFollow } from '@/features/follows/useFollow';
import { CancelSheet } from '@/features/registrations/CancelSheet';
import { RegisterSheet } from '@/features/registrations/RegisterSheet';
import { LIVE } from '@/features/registrations/useMine';
import { useMyRestrictions } from '@/features/registrations/useMyRestrictions';
import { useOffer } from '@/features/registrations/useOffer';
import { open, openTab, routes } from '@/lib/routes';
import { sayFailure } from '@/lib/say';
import { resident } from '@/lib/text/resident';
import { standingWords } from '@/lib/text/standing';
import { openDirections } from '@/platform/directions';
import { ShareAct } from '@/platform/ShareAct';

const { act: words, event: eventWords, follow } = resident;

export interface EventBarProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  /** The asker's own registration in it: the live one, or how the last one ended. */
  mine: Registration | null;
  onChange: () => void;
}

/** The one button, which says what happens now; and sharing. */
export function EventBar({ event, session, mine, onChange }: EventBarProps) {
  const [registering, setRegistering] = useState(false);
  const [leaving, setLeaving] = useState<Registration | null>(null);
  // Asked with the page, not when all press the button at once.
  const rules = event.programme !== null && session?.mode === 'firstCome' && !mine;
  const restrictions = useMyRestrictions(rules).items.filter(({ programme }) => programme.id === event.programme?.id);
  const live = mine && LIVE.includes(mine.status) ? mine : null;
  return (
    <>
      <BottomBar>
        <ShareAct className="bar__side" title={event.theme}>
          <Icon name="share" />
          {eventWords.share}
        </ShareAct>
        {live && waits(live) && !isOver(session) && (
          <SideAct icon="close" onTap={() => setLeaving(live)}>
            {words.stopWaiting}
          </SideAct>
        )}
        {live?.status === 'offered' ? (
          <OfferButtons registration={live} />
        ) : session ? (
          <SessionButton session={session} mine={live} onRegister={() => whenSignedIn(() => setRegistering(true))} />
        ) : (
          <TellMeButton event={event} />
        )}
      </BottomBar>
      {session && registering && (
        <RegisterSheet
          session={session}
          questions={event.questions}
          restrictions={restrictions}
          onClose={() => {
            setRegistering(false);
            onChange();
          }}
        />
      )}
      {leaving && <CancelSheet registration={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

const waits = ({ status }: Registration) => status === 'waitlisted' || status === 'applied';
const isOver = (session: SessionDetail | undefined) => session?.phase === 'ended' || session?.phase === 'cancelled';

function OfferButtons({ registration }: { registration: Registration }) {
  const { accept, pass, busy } = useOffer(registration);
  return (
    <>
      <SideAct icon="close" onTap={pass}>
        {standingWords.pass}
      </SideAct>
      <Button kind="primary" busy={busy !== null} onTap={accept}>
        {standingWords.accept(registration.seats)}
      </Button>
    </>
  );
}

interface SessionButtonProps {
  session: SessionDetail;
  mine: Registration | null;
  onRegister: () => void;
}

function SessionButton({ session, mine, onRegister }: SessionButtonProps) {
  const { phase, venue } = session;
  const others = (
    <Button kind="primary" onTap={() => openTab(routes.discover)}>
      {eventWords.others}
    </Button>
  );
  if (isOver(session)) return others;
  if (mine) {
    return (
      <Button kind="primary" onTap={() => open(routes.ticket(mine.id))}>
        {mine.status === 'confirmed' ? words.showCode : words.look}
      </Button>
    );
  }
  switch (phase) {
    case 'open':
    case 'full':
      return (
        <Button kind="primary" id="register" onTap={onRegister}>
          {registerWords(session)}
        </Button>
      );
    case 'soon':
      return <Button off>{resident.card.notYet}</Button>;
    case 'walkIn':
      if (session.mode === 'invited') {
        return session.quotas.length > 0 ? (
          <Button kind="primary" id="register" onTap={onRegister}>
            {words.invited}
          </Button>
        ) : (
          others
        );
      }
      return (
        <Button kind="primary" onTap={() => void openDirections(venue).catch(sayFailure)}>
          {eventWords.way}
        </Button>
      );
    default:
      return others;
  }
}

function registerWords({ mode, quotas }: SessionDetail): string {
  if (mode === 'draw') return words.enterDraw;
  if (mode === 'invited') return words.invited;
  // The pool for everybody may be full while another has room.
  return quotas.some(({ seats }) => seats.left > 0) ? words.register : words.wait;
}

function TellMeButton({ event }: { event: EventDetail }) {
  const { toggle, busy } = useFollow(event.id, event.following);
  return (
    <Button kind={event.following ? undefined : 'primary'} icon="bell" busy={busy} onTap={toggle}>
      {event.following ? follow.willTell : follow.tellMe}
    </Button>
  );
}
