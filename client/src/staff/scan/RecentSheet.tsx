import type { DoorPack, ScanFact } from '@openday/shared/check-in';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { admittedName, clock } from '@/features/door/door-words';
import { door } from '@/lib/text/door';

const { scan: words } = door;

export interface RecentSheetProps {
  /** Admissions that can be taken back, the last first. */
  recent: ScanFact[];
  pack: DoorPack;
  onUndo: (fact: ScanFact) => void;
  onClose: () => void;
}

/** Who was let in within ten minutes: at a busy door the mistake is seldom the last one. */
export function RecentSheet({ recent, pack, onUndo, onClose }: RecentSheetProps) {
  return (
    <Sheet title={words.recent} label={words.recent} sub={words.recentSub} onClose={onClose}>
      <Group>
        {recent.map((fact) => (
          <Cell
            key={fact.id}
            sub={clock(fact.at)}
            control={
              <Act icon="undo" onTap={() => onUndo(fact)}>
                {words.undo}
              </Act>
            }
          >
            {words.party(admittedName(fact, pack), fact.seats)}
          </Cell>
        ))}
      </Group>
    </Sheet>
  );
}
