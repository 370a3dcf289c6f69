import type { EventDetail } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { BottomBar, SideAct } from '@/components/BottomBar';
import { whenSignedIn } from '@/features/accounts/sign-in';
import { useAttempt } from '@/features/registrations/attempts';
import { CancelSheet } from '@/features/registrations/CancelSheet';
import { PartySheet } from '@/features/registrations/PartySheet';
import { RegisterSheet } from '@/features/registrations/RegisterSheet';
import { useCutShort } from '@/features/registrations/useCutShort';
import { LIVE } from '@/features/registrations/useMine';
import { useMyRestrictions } from '@/features/registrations/useMyRestrictions';
import { useOffer } from '@/features/registrations/useOffer';
import { open, routes } from '@/lib/routes';
import { eventWords } from '@/lib/text/event';
import { registering as registeringWords } from '@/lib/text/registering';
import { resident } from '@/lib/text/resident';
import { standingWords } from '@/lib/text/standing';
import { type Does, NextStep } from './NextStep';
import { ShareSheet } from './ShareSheet';

const { act: words, event: pageWords } = resident;

export interface EventBarProps {
  event: EventDetail;
  session: SessionDetail | undefined;
  /** The asker's own registration in it: the live one, or how the last one ended. */
  mine: Registration | null;
  onChange: () => void;
  sheet: EventSheet;
  onSheet: (sheet: EventSheet) => void;
}

export type EventSheet = 'share' | 'register' | 'leave' | 'fewer' | null;

/** The one button, which says what happens now; sharing, and the one other act that fits. */
export function EventBar({ event, session, mine, onChange, sheet, onSheet: setSheet }: EventBarProps) {
  useCutShort(session);
  const attempt = useAttempt(session?.id);
  const queueing = attempt.step === 'form' ? null : attempt;
  // Asked with the page, not when all press the button at once.
  const live = mine && LIVE.includes(mine.status) ? mine : null;
  const rules = event.programme !== null && session?.mode === 'firstCome' && !live;
  const restrictions = useMyRestrictions(rules).items.filter(({ programme }) => programme.id === event.programme?.id);
  const close = () => setSheet(null);
  const does: Does = {
    register: () => whenSignedIn(() => setSheet('register')),
    leave: () => setSheet('leave'),
  };
  return (
    <>
      <BottomBar>
        <SideAct icon="share" onTap={() => setSheet('share')}>
          {pageWords.share}
        </SideAct>
        <Beside event={event} live={isOver(session) ? null : live} onLeave={does.leave} />
        <NextStep event={event} session={session} mine={mine} queueing={queueing?.seats ?? null} does={does} />
      </BottomBar>
      {sheet === 'share' && <ShareSheet event={event} session={session} onClose={close} />}
      {session && sheet === 'register' && (
        <RegisterSheet
          session={session}
          questions={event.questions}
          restrictions={restrictions}
          onClose={() => {
            close();
            onChange();
          }}
        />
      )}
      {live && sheet === 'leave' && (
        <CancelSheet registration={live} onFewer={() => setSheet('fewer')} onClose={close} />
      )}
      {live && sheet === 'fewer' && <PartySheet registration={live} onClose={close} />}
    </>
  );
}

/** Whoever comes may have to say they cannot; everybody else may have something to ask. */
function Beside({ event, live, onLeave }: { event: EventDetail; live: Registration | null; onLeave: () => void }) {
  if (live?.status === 'offered') return <Pass offer={live} />;
  if (live?.status === 'confirmed') {
    return (
      <SideAct icon="close" onTap={onLeave}>
        {registeringWords.mine.leave}
      </SideAct>
    );
  }
  if (live?.status === 'applied') {
    return (
      <SideAct icon="close" onTap={onLeave}>
        {words.stopWaiting}
      </SideAct>
    );
  }
  return (
    <SideAct icon="ask" onTap={() => open(routes.suggest('question', event.id))}>
      {eventWords.ask}
    </SideAct>
  );
}

function Pass({ offer }: { offer: Registration }) {
  const { pass } = useOffer(offer);
  return (
    <SideAct icon="close" onTap={pass}>
      {standingWords.pass}
    </SideAct>
  );
}

const isOver = (session: SessionDetail | undefined) => session?.phase === 'ended' || session?.phase === 'cancelled';
