import { SATISFACTIONS, type Satisfaction } from '@openday/shared/responses';
import { Text, View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { voice } from '@/lib/text/voice';

export interface FacesProps {
  label: string;
  /** Nothing is chosen beforehand. */
  on: Satisfaction | null;
  onPick: (satisfaction: Satisfaction) => void;
}

/** Five faces with their words. */
export function Faces({ label, on, onPick }: FacesProps) {
  return (
    <View className="faces" role="radiogroup" aria-label={label}>
      {SATISFACTIONS.map((key) => (
        <Tap
          key={key}
          role="radio"
          checked={key === on}
          label={voice.satisfaction[key].join('')}
          className={classes('faces__one', key === on && 'faces__one--on')}
          onTap={() => onPick(key)}
        >
          <Text className={`icon face face--${key}`} aria-hidden="true" />
          <View className="faces__word">
            {voice.satisfaction[key].map((part) => (
              <Text key={part} className="phrase">
                {part}
              </Text>
            ))}
          </View>
        </Tap>
      ))}
    </View>
  );
}
