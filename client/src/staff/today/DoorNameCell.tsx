import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { DoorNameSheet } from '@/features/door/DoorNameSheet';
import { doorName } from '@/features/door/device';
import { doorCrew } from '@/lib/text/door-crew';

const { name: words } = doorCrew;

/** What this door is called, and changing it. */
export function DoorNameCell() {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Cell icon="door" id="door-name" value={doorName() ?? words.none} onTap={() => setAsking(true)}>
        {words.cell}
      </Cell>
      {asking && <DoorNameSheet onNamed={close} onClose={close} />}
    </>
  );
}
