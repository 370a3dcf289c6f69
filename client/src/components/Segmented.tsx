import { Text, View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Tap } from './Tap';

export interface SegmentedProps<K extends string> {
  label: string;
  options: readonly { key: K; text: string }[];
  on: K;
  onPick: (key: K) => void;
}

/** One of two or three ways to look at the same thing. */
export function Segmented<K extends string>({ label, options, on, onPick }: SegmentedProps<K>) {
  return (
    <View className="seg" role="tablist" aria-label={label}>
      {options.map(({ key, text }) => (
        <Tap
          key={key}
          role="tab"
          checked={key === on}
          className={classes('seg__one', key === on && 'seg__one--on')}
          onTap={() => onPick(key)}
        >
          <Text className="seg__word">{text}</Text>
        </Tap>
      ))}
    </View>
  );
}
