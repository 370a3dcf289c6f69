import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Tap } from './Tap';

export interface PicksProps<K extends string> {
  label: string;
  options: readonly { key: K; text: string; on: boolean }[];
  onPick: (key: K) => void;
}

/** A few switches in words, all in sight: a second press lets go. */
export function Picks<K extends string>({ label, options, onPick }: PicksProps<K>) {
  return (
    <View className="choices" role="group" aria-label={label}>
      {options.map(({ key, text, on }) => (
        <Tap
          key={key}
          checked={on}
          className={classes('choices__one', on && 'choices__one--on')}
          onTap={() => onPick(key)}
        >
          {text}
        </Tap>
      ))}
    </View>
  );
}
