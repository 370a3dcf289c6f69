import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Tap } from './Tap';

/** Off or on, at once. */
export function Switch({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <Tap
      role="switch"
      checked={on}
      label={label}
      className={classes('switch', on && 'switch--on')}
      onTap={() => onChange(!on)}
    >
      <View className="switch__track">
        <View className="switch__knob" />
      </View>
    </Tap>
  );
}
