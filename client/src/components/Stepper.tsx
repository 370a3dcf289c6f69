import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { everyone } from '@/lib/text/everyone';
import { Icon } from './Icon';
import { Tap } from './Tap';

export interface StepperProps {
  value: number;
  min: number;
  max: number;
  /** What is counted; people unless said. */
  of?: keyof typeof everyone.counted;
  /** At the door: keys for a thumb at arm's length. */
  big?: boolean;
  onChange: (value: number) => void;
}

/** How many. */
export function Stepper({ value, min, max, of = 'people', big = false, onChange }: StepperProps) {
  const one = everyone.counted[of];
  return (
    <View className={classes('stepper', big && 'stepper--big')}>
      <StepKey icon="minus" label={everyone.less(one)} off={value <= min} onTap={() => onChange(value - 1)} />
      <View className="stepper__n" aria-live="polite">
        {value}
      </View>
      <StepKey icon="plus" label={everyone.more(one)} off={value >= max} onTap={() => onChange(value + 1)} />
    </View>
  );
}

function StepKey(props: { icon: 'plus' | 'minus'; label: string; off: boolean; onTap: () => void }) {
  const { icon, label, off, onTap } = props;
  return (
    <Tap className={classes('stepper__key', off && 'stepper__key--off')} label={label} disabled={off} onTap={onTap}>
      <View className="stepper__disc">
        <Icon name={icon} />
      </View>
    </Tap>
  );
}
