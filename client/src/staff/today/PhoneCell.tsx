import { useMemo } from 'react';
import { Cell } from '@/components/Cell';
import { useDoorState } from '@/features/door/door-state';
import { recordedSessions, recordsOf } from '@/features/door/journal';
import { syncNow } from '@/features/door/sync';
import { useQueue } from '@/features/door/useDoor';
import { door } from '@/lib/text/door';

const { today: words, queue } = door;

/** Whether anything recorded on this phone is not on the server yet, over all its sessions. */
export function PhoneCell() {
  const version = useDoorState((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const records = useMemo(() => recordedSessions().flatMap(recordsOf), [version]);
  const { state, waiting, aside } = useQueue(records);
  const value = waiting > 0 ? queue.waiting(waiting) : state === 'aside' ? queue.aside(aside.length) : queue.clean;
  return (
    <Cell icon="phone" value={value} onTap={() => void syncNow()}>
      {words.phone}
    </Cell>
  );
}
