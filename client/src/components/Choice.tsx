import { View } from '@tarojs/components';
import { classes } from '@/lib/classes';
import { Tap } from './Tap';

export interface ChoiceProps<K extends string> {
  label: string;
  options: readonly { key: K; text: string }[];
  /** Nothing is chosen beforehand. */
  on: K | null;
  onPick: (key: K) => void;
}

/** One answer among a few, all in sight. */
export function Choice<K extends string>({ label, options, on, onPick }: ChoiceProps<K>) {
  return (
    <View className="choices" role="radiogroup" aria-label={label}>
      {options.map(({ key, text }) => (
        <Tap
          key={key}
          role="radio"
          checked={key === on}
          className={classes('choices__one', key === on && 'choices__one--on')}
          onTap={() => onPick(key)}
        >
          {text}
        </Tap>
      ))}
    </View>
  );
}
