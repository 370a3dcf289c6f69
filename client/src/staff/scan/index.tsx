import type { ScanFact } from '@openday/shared/check-in';
import { readCode } from '@openday/shared/check-in-code';
import type { Verdict } from '@openday/shared/door-verdict';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { AsideSheet } from '@/features/door/AsideSheet';
import { doorName } from '@/features/door/device';
import { touched } from '@/features/door/door-state';
import { admittedName, clock, doorOf, roomOf, wasHere } from '@/features/door/door-words';
import { NoList } from '@/features/door/NoList';
import { record, undo, undoable } from '@/features/door/recording';
import { type OpenDoor, useDoor, useQueue } from '@/features/door/useDoor';
import { useOnce } from '@/features/door/useOnce';
import { WalkInSheet } from '@/features/door/WalkInSheet';
import { useNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { door as words } from '@/lib/text/door';
import { useHeldScreen } from '@/lib/useHeldScreen';
import { useInSight } from '@/lib/useInSight';
import type { DoorRecord } from '@/platform/fact-storage';
import { CameraPane } from './CameraPane';
import { DoorBar } from './DoorBar';
import { RecentSheet } from './RecentSheet';
import { ScanTray } from './ScanTray';
import { useScanner } from './useScanner';
import { VerdictView } from './VerdictView';
import type { VerdictAct } from './verdict-words';
import '@/features/door/door.scss';
import './scan.scss';
import './verdict.scss';

const back = () => void Taro.navigateBack();

/** 扫码: the camera, the answer, and the count of one session's door. */
export default function ScanPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  if (door) return <Scanner sessionId={params.id} door={door} />;
  return <NoList sessionId={params.id} />;
}

function Scanner({ sessionId, door }: { sessionId: Id; door: OpenDoor }) {
  const { kept, records, live } = door;
  const { session } = kept.pack;
  const shown = useInSight();
  const [sheet, setSheet] = useState<'walkIn' | 'aside' | 'recent' | null>(null);
  const scanner = useScanner(sessionId, door);
  const queue = useQueue(records);
  const once = useOnce();
  const now = useNow(30_000);
  const { answer } = scanner;
  const full = queue.state === 'full';
  const recent = undoable(records, now);
  const room = roomOf(kept.pack, live);
  const title = [doorName(), `${clock(session.startsAt)} ${session.theme}`].filter(Boolean).join(' · ');
  useHeldScreen();
  useDidShow(touched);

  const takeBack = (fact: ScanFact) =>
    once(async () => {
      say((await undo(fact)) ? words.scan.undone(admittedName(fact, kept.pack)) : words.scan.notStored);
      scanner.next();
    });
  const act = (which: VerdictAct, seats: number) => {
    // A record that the phone would not take leaves the answer standing, with the reason on it.
    if (which === 'admit') return scanner.admit(seats);
    if (which === 'walkIn') return setSheet('walkIn');
    scanner.next();
    if (which === 'roster') open(routes.roster(sessionId));
    return undefined;
  };
  const walkIn = (given: { seats: number; reason?: string }) =>
    once(async () => {
      const fact = await record(sessionId, { kind: 'walkIn', shown: answer?.verdict.shown ?? 'none', ...given });
      say(fact ? words.walkIn.done(given.seats) : words.scan.notStored);
      if (!fact) return;
      setSheet(null);
      scanner.next();
    });

  return (
    <Page className="scan">
      <View className="scan__under" aria-hidden={answer !== null}>
        <DoorBar title={title} onBack={back} />
        <CameraPane on={shown && !full} onCode={scanner.onCode} />
        <ScanTray
          door={door}
          queue={queue}
          recent={recent}
          onQueue={() => (queue.state === 'signedOut' ? back() : setSheet('aside'))}
          onUndo={takeBack}
          onRecent={() => setSheet('recent')}
          onRoster={() => open(routes.roster(sessionId))}
          onWalkIn={() => setSheet('walkIn')}
          onCounter={() => open(routes.counter(sessionId))}
        />
      </View>
      {answer && (
        <VerdictView
          key={answer.code}
          title={title}
          verdict={answer.verdict}
          recorded={answer.recorded}
          full={full}
          note={queue.waiting > 0 && queue.state === 'offline' ? words.queue.kept(queue.waiting) : ''}
          context={{
            now,
            startsAt: session.startsAt,
            room,
            where: whereIn(answer.verdict, records),
            codeSeats: readCode(answer.code)?.seats ?? 0,
          }}
          onAct={act}
          onUndo={() => recent[0] && takeBack(recent[0])}
        />
      )}
      {sheet === 'walkIn' && <WalkInSheet room={room} onAdmit={walkIn} onClose={() => setSheet(null)} />}
      {sheet === 'recent' && (
        <RecentSheet recent={recent} pack={kept.pack} onUndo={takeBack} onClose={() => setSheet(null)} />
      )}
      {sheet === 'aside' && <AsideSheet sessionId={sessionId} aside={queue.aside} onClose={() => setSheet(null)} />}
    </Page>
  );
}

function whereIn({ registrationId, entry, arrivedAt }: Verdict, records: DoorRecord[]): string {
  return doorOf(entry, arrivedAt, registrationId !== null && wasHere(records, registrationId));
}
