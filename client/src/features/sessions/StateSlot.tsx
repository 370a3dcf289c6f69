import { momentText } from '@openday/shared/dates';
import type { Registration } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { SeatBar } from '@/components/SeatBar';
import { useAttempt } from '@/features/registrations/attempts';
import { standing } from '@/features/registrations/standing';
import { LIVE } from '@/features/registrations/useMine';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { eventWords } from '@/lib/text/event';
import { registering } from '@/lib/text/registering';
import { resident } from '@/lib/text/resident';
import { standingWords } from '@/lib/text/standing';
import { Countdown } from './Countdown';
import './sessions.scss';

const { slot: words } = resident;

export interface StateSlotProps {
  session: SessionDetail;
  /** The asker's own registration in it: the live one, else how the last one ended. */
  mine: Registration | null;
  /** What holds has changed: ask again. */
  onChange: () => void;
  /** 改人数 */
  onParty: () => void;
}

/** What holds for this session, or for the asker's own registration in it; nothing where registering is simply open. */
export function StateSlot({ session, mine, onChange, onParty }: StateSlotProps) {
  const attempt = useAttempt(session.id);
  if (attempt.step !== 'form') return <Slot icon="clock" line={eventWords.queueing} sub={eventWords.queueingSub} />;
  const over = session.phase === 'cancelled' || session.phase === 'ended';
  if (mine && !over) {
    return (
      <>
        <OwnSlot mine={mine} session={session} onChange={onChange} onParty={onParty} />
        {!LIVE.includes(mine.status) && session.phase !== 'closed' && (
          <PhaseSlot session={session} onChange={onChange} />
        )}
      </>
    );
  }
  return <PhaseSlot session={session} onChange={onChange} />;
}

function PhaseSlot({ session, onChange }: Pick<StateSlotProps, 'session' | 'onChange'>) {
  switch (session.phase) {
    case 'open':
      return null;
    case 'soon':
      return <Soon session={session} onChange={onChange} />;
    case 'full':
      return <Full session={session} />;
    case 'walkIn':
      if (session.mode === 'invited')
        return <Slot line={words.invited} sub={session.quotas.length > 0 ? words.invitedSub : undefined} />;
      return <Slot kind="ok" icon="check" line={words.walkIn} sub={words.walkInSub} />;
    case 'closed':
      return <Slot line={words.closed} sub={words.closedSub} />;
    case 'ongoing':
      return <Slot line={words.ongoing} sub={session.mode === 'none' ? words.walkInSub : words.ongoingSub} />;
    case 'ended':
      return <Slot line={words.ended} sub={words.endedSub} />;
    case 'cancelled':
      return <Slot kind="warn" icon="info" line={words.cancelled} sub={cancelledWords(session)} />;
  }
}

interface SlotProps {
  line: string;
  sub?: string;
  kind?: 'ok' | 'warn';
  icon?: 'check' | 'clock' | 'info';
  /** Between the line and what is said of it. */
  children?: ReactNode;
  /** Below both. */
  after?: ReactNode;
}

/** The one place under the title that says what holds now. */
export function Slot({ line, sub, kind, icon, children, after }: SlotProps) {
  return (
    <View className={classes('group', 'slot', kind && `slot--${kind}`)}>
      <View className="slot__line">
        {icon && <Icon name={icon} />}
        {line}
      </View>
      {children}
      {sub && (
        <View className="slot__sub">
          <Phrase>{sub}</Phrase>
        </View>
      )}
      {after}
    </View>
  );
}

function Soon({ session, onChange }: { session: SessionDetail; onChange: () => void }) {
  const { opensAt, seats } = session;
  if (!opensAt) return <Slot line={resident.card.notYet} />;
  return (
    <Slot line={words.opens(momentText(opensAt, serverNow()))} sub={seats ? words.turns(seats.capacity) : undefined}>
      <Countdown until={opensAt} onOver={onChange} />
    </Slot>
  );
}

function Full({ session }: { session: SessionDetail }) {
  const { seats, waiting } = session;
  return (
    <Slot line={words.full(seats?.capacity ?? 0)} sub={waiting > 0 ? words.waiting(waiting) : words.mayWait}>
      {seats && <SeatBar seats={seats} />}
    </Slot>
  );
}

/** What holds for the asker's own registration. */
function OwnSlot({ mine, session, onChange, onParty }: StateSlotProps & { mine: Registration }) {
  const { kind, line, sub } = standing(mine, serverNow(), {
    waiting: session.waiting,
    drawsAt: session.draw && !session.draw.drawnAt ? session.draw.drawsAt : null,
  });
  return (
    <Slot
      kind={kind}
      icon={kind === 'ok' ? 'check' : kind && 'clock'}
      line={line}
      sub={sub ?? undefined}
      after={<After mine={mine} onParty={onParty} />}
    >
      {mine.status === 'offered' && mine.confirmBy && <Countdown until={mine.confirmBy} onOver={onChange} />}
    </Slot>
  );
}

/** How many come, for who has a seat; what was sent in, for who has none yet; and why, for who waits because of earlier no-shows. */
function After({ mine, onParty }: { mine: Registration; onParty: () => void }) {
  if (mine.status === 'confirmed') {
    return (
      <View className="slot__acts">
        <Act className="slot__act" onTap={onParty}>
          {registering.mine.party}
        </Act>
      </View>
    );
  }
  if (mine.status !== 'waitlisted' && mine.status !== 'applied') return null;
  return (
    <View className="slot__acts">
      <Act className="slot__act" onTap={() => open(routes.ticket(mine.id))}>
        {resident.act.look}
      </Act>
      {mine.heldBackUntil && (
        <Act className="slot__act" onTap={() => open(routes.restrictions)}>
          {standingWords.why}
        </Act>
      )}
    </View>
  );
}

function cancelledWords({ cancelReason }: SessionDetail): string {
  return cancelReason ? `${standingWords.reason(cancelReason)}。${words.cancelledSub}` : words.cancelledSub;
}
