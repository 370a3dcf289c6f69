import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Stepper } from '@/components/Stepper';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { door } from '@/lib/text/door';
import type { Found } from '../roster/roster-search';

export interface PartyRowProps {
  found: Found;
  /** People that came by the paper; null = not ticked. */
  seats: number | null;
  onChange: (seats: number | null) => void;
}

/** A party of the paper: one press ticks it with everybody, the keys say where fewer came. */
export function PartyRow({ found: { entry, seatsLeft }, seats, onChange }: PartyRowProps) {
  const on = seats !== null;
  return (
    <View className="cell entry__row">
      <Tap
        role="checkbox"
        checked={on}
        label={`${entry.name} ${entry.last4 ?? ''}`}
        className="entry__tick"
        onTap={() => onChange(on ? null : seatsLeft)}
      >
        <View className={classes('box', on && 'box--on')}>{on && <Icon name="check" />}</View>
        <View className="grow">
          {entry.name}
          <View className="cell__sub">
            {[entry.last4 && door.last4(entry.last4), door.people(seatsLeft)].filter(Boolean).join(' · ')}
          </View>
        </View>
      </Tap>
      {on && seatsLeft > 1 && <Stepper value={seats} min={1} max={seatsLeft} onChange={onChange} />}
    </View>
  );
}
