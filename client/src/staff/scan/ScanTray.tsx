import type { ScanFact } from '@openday/shared/check-in';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import type { IconName } from '@/components/icon-names';
import { Tap } from '@/components/Tap';
import { admittedName, clock } from '@/features/door/door-words';
import { QueueLine } from '@/features/door/QueueLine';
import type { OpenDoor, QueueState } from '@/features/door/useDoor';
import { door as words } from '@/lib/text/door';

export interface ScanTrayProps {
  door: OpenDoor;
  queue: QueueState;
  /** Admissions that can be taken back, the last first. */
  recent: ScanFact[];
  onQueue: () => void;
  onUndo: (fact: ScanFact) => void;
  onRecent: () => void;
  onRoster: () => void;
  onWalkIn: () => void;
  onCounter: () => void;
}

/** Below the camera: upload, numbers, the last one, and the ways without a code. */
export function ScanTray({ door, queue, recent, onRecent, ...does }: ScanTrayProps) {
  const { onQueue, onUndo, onRoster, onWalkIn, onCounter } = does;
  const [last] = recent;
  const { checkedIn, walkIns, registered, missing } = door.live;
  return (
    <View className="tray2">
      <QueueLine queue={queue} onAct={onQueue} />
      <View className="tot">
        <Text className="tot__big" id="count">
          {checkedIn}
        </Text>
        <View className="tot__unit">
          <View className="tot__what">{words.scan.came}</View>
          {words.scan.withWalkIns(walkIns)}
        </View>
        {registered !== null && (
          <View className="tot__side">
            <Side name={words.scan.registered} n={registered} />
            <Side name={words.scan.missing} n={missing} />
          </View>
        )}
      </View>
      <View className="last">
        {last ? (
          <>
            <Icon name="check" className="ok" />
            <View className="grow last__who">
              {clock(last.at)} {words.scan.party(admittedName(last, door.kept.pack), last.seats)}
            </View>
            {recent.length > 1 && (
              <Act className="last__more" onTap={onRecent}>
                {words.scan.earlier}
              </Act>
            )}
            <Act icon="undo" onTap={() => onUndo(last)}>
              <Text>{words.scan.undo}</Text>
            </Act>
          </>
        ) : (
          <View className="dim">{checkedIn === 0 ? words.scan.none : ''}</View>
        )}
      </View>
      <View className="keys">
        <Key icon="search" text={words.scan.roster} onTap={onRoster} />
        <Key icon="useradd" text={words.scan.walkIn} onTap={onWalkIn} />
        <Key icon="tally" text={words.scan.counter} onTap={onCounter} />
      </View>
    </View>
  );
}

function Side({ name, n }: { name: string; n: number }) {
  return (
    <View>
      {name}
      <Text className="tot__side-n">{n}</Text>
    </View>
  );
}

function Key({ icon, text, onTap }: { icon: IconName; text: string; onTap: () => void }) {
  return (
    <Tap className="keys__one" onTap={onTap}>
      <Icon name={icon} />
      {text}
    </Tap>
  );
}
