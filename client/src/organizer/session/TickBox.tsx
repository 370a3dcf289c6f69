import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';

/** Ticks a row of the list; named for who cannot see the row. */
export function TickBox({ on, label, onTap }: { on: boolean; label: string; onTap: () => void }) {
  return (
    <Tap role="checkbox" checked={on} label={label} className="person__tick" onTap={onTap}>
      <View className={classes('box', on && 'box--on')}>{on && <Icon name="check" />}</View>
    </Tap>
  );
}
