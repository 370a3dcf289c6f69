import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { kindOfDay } from '@/features/plans/kind-of-day';
import type { Occasion } from '@/features/plans/occasions';
import { dayWords } from '@/features/plans/time-pick';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { deciding } from '@/lib/text/deciding';
import { Clocks } from './Clocks';

const { times: words, time } = deciding;

export interface OccasionLineProps {
  occasion: Occasion;
  today: string;
  onChange: (part: Partial<Occasion>) => void;
  onRemove: () => void;
}

/** One of several occurrences: held or not, its day, its hours. */
export function OccasionLine({ occasion, today, onChange, onRemove }: OccasionLineProps) {
  const { day, start, end, on } = occasion;
  const said = dayWords(day, serverNow());
  return (
    <View className={classes('times__one', !on && 'times__one--off')}>
      <Tap
        className="times__tick"
        role="checkbox"
        label={words.hold(said)}
        checked={on}
        onTap={() => onChange({ on: !on })}
      >
        <View className={classes('tick', on && 'tick--on')}>{on && <Icon name="check" />}</View>
        <View className="times__day">{said}</View>
        {kindOfDay(day) === 'rest' && <Tag kind="warn">{time.rest}</Tag>}
        {day < today && <Tag kind="bad">{words.over}</Tag>}
      </Tap>
      <View className="times__end">
        {on && <Clocks start={start} end={end} onChange={onChange} />}
        <Act icon="close" label={words.remove(said)} className="times__remove" onTap={onRemove} />
      </View>
    </View>
  );
}
