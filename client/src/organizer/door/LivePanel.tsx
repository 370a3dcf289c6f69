import { clockText, momentText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { CorrectionSheet } from '@/features/door/CorrectionSheet';
import { CountNotes } from '@/features/door/CountNotes';
import { useDoorState } from '@/features/door/door-state';
import { Figures } from '@/features/door/Figures';
import { recordsOf } from '@/features/door/journal';
import { isDoorTime } from '@/features/door/live-pace';
import { QueueLine } from '@/features/door/QueueLine';
import { syncNow, watchDoor } from '@/features/door/sync';
import { useQueue } from '@/features/door/useDoor';
import { type Live, useLiveCounts } from '@/features/door/useLiveCounts';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { doorCrew } from '@/lib/text/door-crew';
import { doorInvites } from '@/lib/text/door-invites';
import { CameBar } from './CameBar';
import { DeviceCells } from './DeviceCells';
import './live.scss';

const { now: words } = doorInvites;

export interface LivePanelProps {
  session: SessionDetail;
  /** With the door's devices, each by its name. */
  devices?: boolean;
}

/** The door's figures, alive: what is uploaded anywhere is here within two seconds. */
export function LivePanel({ session, devices = false }: LivePanelProps) {
  const { lives } = useLiveCounts(useMemo(() => [session], [session]));
  const live = lives.get(session.id);
  const [counting, setCounting] = useState(false);
  if (!live?.counts) {
    return live?.failure ? <Notice kind="bad">{live.failure.message}</Notice> : <Skeleton cards={1} height={150} />;
  }
  const { counts } = live;
  const registers = session.quotas.length > 0;
  const begun = isDoorTime(session.startsAt, serverNow()) || counts.checkedIn > 0 || counts.handCount !== null;
  if (!begun)
    return devices ? (
      <Group head={words.head}>
        <DeviceCells counts={counts} />
      </Group>
    ) : null;
  return (
    <View className="livepanel">
      <Group head={counts.final ? words.final : words.head} aside={<Pulse live={live} />}>
        <Figures counts={counts} registers={registers} />
        <CameBar counts={counts} registers={registers} />
        <CountNotes counts={counts} registers={registers} />
        {devices && <DeviceCells counts={counts} />}
        <Cell className="rule" icon="pencil" id="hand-count-act" onTap={() => setCounting(true)}>
          {counts.handCount === null ? doorCrew.correction.first.act : doorCrew.correction.again}
        </Cell>
        <Cell icon="door" onTap={() => open(routes.closing(session.id))}>
          {words.close}
        </Cell>
      </Group>
      <OwnQueue sessionId={session.id} />
      {counting && (
        <CorrectionSheet sessionId={session.id} count={counts.handCount} onClose={() => setCounting(false)} />
      )}
    </View>
  );
}

/** Whether the figures are alive, or since when they stand still. */
function Pulse({ live: { counts, failure, heardAt } }: { live: Live }) {
  if (failure && heardAt !== null) return <View className="live live--still">{words.still(clockText(heardAt))}</View>;
  if (!counts?.final) return <View className="live live--on">{words.on}</View>;
  return (
    <View className="live">{counts.finalAt ? words.doneAt(momentText(counts.finalAt, serverNow())) : words.done}</View>
  );
}

/** What was counted at this desk and is not uploaded yet. */
function OwnQueue({ sessionId }: { sessionId: string }) {
  const version = useDoorState((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const records = useMemo(() => recordsOf(sessionId), [sessionId, version]);
  const queue = useQueue(records);
  const waits = queue.state !== 'clean';
  // Tried again as long as it is shown, as at a door.
  useEffect(() => (waits ? watchDoor(sessionId) : undefined), [waits, sessionId]);
  return waits ? <QueueLine queue={queue} round onAct={() => void syncNow()} /> : null;
}
