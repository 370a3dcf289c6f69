import type { DeviceState, DoorCounts } from '@openday/shared/check-in';
import { Cell } from '@/components/Cell';
import { Tag } from '@/components/Tag';
import { deviceNames, devicesOf } from '@/features/door/device-names';
import { clock } from '@/features/door/door-words';
import { doorCrew } from '@/lib/text/door-crew';
import { doorInvites } from '@/lib/text/door-invites';

const { now: words } = doorInvites;

/** Each device of the door: who, how many records, how it stands. Rows of a group. */
export function DeviceCells({ counts }: { counts: DoorCounts }) {
  const names = deviceNames(counts);
  if (counts.devices.length === 0) return <Cell className="rule">{words.waiting}</Cell>;
  return (
    <>
      {devicesOf(counts).map((device) => (
        <Cell key={device.deviceId} className="rule" sub={factsOf(device)} control={<StateTag device={device} />}>
          {names.get(device.deviceId)}
        </Cell>
      ))}
    </>
  );
}

function factsOf({ operator, lastSeq, lastAt, excused }: DeviceState): string {
  const facts = [
    operator,
    lastSeq > 0 ? words.records(lastSeq) : words.none,
    lastAt && words.lastAt(clock(lastAt)),
    excused && doorCrew.excuse.by(excused.by, excused.reason),
  ];
  return facts.filter(Boolean).join(' · ');
}

function StateTag({ device: { ended, excused, missing } }: { device: DeviceState }) {
  if (excused) return <Tag>{words.state.excused}</Tag>;
  const gaps = missing.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (gaps > 0) return <Tag kind="bad">{words.state.lacks(gaps)}</Tag>;
  return ended ? <Tag kind="ok">{words.state.ended}</Tag> : <Tag kind="accent">{words.state.open}</Tag>;
}
