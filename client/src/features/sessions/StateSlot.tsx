import { momentText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/events';
import type { Registration } from '@openday/shared/registrations';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { SeatBar } from '@/components/SeatBar';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { resident } from '@/lib/text/resident';
import { Countdown } from './Countdown';
import './sessions.scss';

const { slot: words } = resident;

export interface StateSlotProps {
  session: SessionDetail;
  /** The asker's own live registration in it. */
  mine: Registration | null;
  /** What holds has changed: ask again. */
  onChange: () => void;
}

/** What holds for this session, or for the asker's own registration in it; nothing where registering is simply open. */
export function StateSlot({ session, mine, onChange }: StateSlotProps) {
  const own = ownState(mine);
  if (own && session.phase !== 'cancelled' && session.phase !== 'ended') return own;
  switch (session.phase) {
    case 'open':
      return null;
    case 'soon':
      return <Soon session={session} onChange={onChange} />;
    case 'full':
      return <Full session={session} />;
    case 'walkIn':
      if (session.mode === 'invited') return <Slot line={words.invited} />;
      return <Slot kind="ok" icon="check" line={words.walkIn} sub={words.walkInSub} />;
    case 'closed':
      return <Slot line={words.closed} sub={words.closedSub} />;
    case 'ongoing':
      return <Slot line={words.ongoing} sub={session.mode === 'none' ? words.walkInSub : words.ongoingSub} />;
    case 'ended':
      return <Slot line={words.ended} sub={words.endedSub} />;
    case 'cancelled':
      return <Slot kind="warn" icon="info" line={words.cancelled} sub={words.cancelledSub} />;
  }
}

interface SlotProps {
  line: string;
  sub?: string;
  kind?: 'ok' | 'warn';
  icon?: 'check' | 'info';
  children?: ReactNode;
}

/** The one place under the title that says what holds now. */
export function Slot({ line, sub, kind, icon, children }: SlotProps) {
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

function ownState(mine: Registration | null): ReactNode {
  switch (mine?.status) {
    case 'confirmed':
      return <Slot kind="ok" icon="check" line={words.mine(mine.seats)} sub={words.mineSub} />;
    case 'offered':
      return <Slot kind="ok" icon="check" line={words.offered} />;
    case 'applied':
      return <Slot line={words.applied} sub={words.appliedSub} />;
    case 'waitlisted':
      return <Slot line={words.waitlisted(mine.position ?? 0)} sub={words.waitlistedSub} />;
    default:
      return null;
  }
}
