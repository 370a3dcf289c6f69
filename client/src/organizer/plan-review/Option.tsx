import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';

export interface OptionProps {
  on: boolean;
  off?: boolean;
  title: string;
  sub?: string;
  onPick: () => void;
}

/** One of a few ways on, with a line that says what it means. */
export function Option({ on, off = false, title, sub, onPick }: OptionProps) {
  return (
    <Tap role="radio" checked={on} disabled={off} className={classes('opt', off && 'opt--off')} onTap={onPick}>
      <View className={classes('dot', on && 'dot--on')} />
      <View className="grow">
        {title}
        {sub && <View className="cell__sub">{sub}</View>}
      </View>
    </Tap>
  );
}
