import { View } from '@tarojs/components';
import { Select } from '@/components/Select';
import { clockWords, endClocks, endWords, startClocks } from '@/features/plans/time-pick';
import { deciding } from '@/lib/text/deciding';

const { time: words } = deciding;

export interface ClocksProps {
  /** `HH:MM` */
  start: string | null;
  end: string | null;
  /** The sheet's own hours, which need not lie on a quarter. */
  own?: { start: string | null; end: string | null };
  onChange: (change: { start?: string; end?: string | null }) => void;
}

/** From when until when: an end that is no longer after the start is asked for again. */
export function Clocks({ start, end, own, onChange }: ClocksProps) {
  const clocks = (list: string[]) => list.map((key) => ({ key, text: clockWords(key) }));
  return (
    <View className="clocks">
      <Select
        label={words.start}
        placeholder={words.start}
        options={clocks(startClocks(start ?? own?.start ?? null))}
        on={start}
        near="09:00"
        wide
        onPick={(next) => onChange({ start: next, end: end && end > next ? end : null })}
      />
      <Select
        label={words.end}
        placeholder={words.end}
        options={start ? clocks(endClocks(start, end ?? own?.end ?? null)) : []}
        on={end}
        shown={start && end ? words.until(endWords(start, end)) : undefined}
        disabled={!start}
        wide
        onPick={(next) => onChange({ end: next })}
      />
    </View>
  );
}
