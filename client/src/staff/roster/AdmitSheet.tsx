import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { door } from '@/lib/text/door';
import { verdicts } from '@/lib/text/verdicts';
import type { Found } from './roster-search';

const { roster: words } = door;

/** A party found by name: how many of it come in now. */
export function AdmitSheet(props: { found: Found; onAdmit: (seats: number) => void; onClose: () => void }) {
  const { found, onAdmit, onClose } = props;
  const { name, last4 } = found.entry;
  const [seats, setSeats] = useState(found.seatsLeft);
  return (
    <Sheet
      title={verdicts.who(name, last4)}
      sub={found.arrived > 0 ? words.partly(found.entry.seats, found.arrived) : undefined}
      label={words.sure(name)}
      foot={
        <Button kind="primary" id="admit" className="door__big" onTap={() => onAdmit(seats)}>
          {words.party(seats)}
        </Button>
      }
      onClose={onClose}
    >
      <Group>
        <View className="cell steps">
          <View className="steps__label">{verdicts.party}</View>
          <Stepper big value={seats} min={1} max={found.seatsLeft} onChange={setSeats} />
        </View>
      </Group>
    </Sheet>
  );
}
