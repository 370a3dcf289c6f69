import { View } from '@tarojs/components';
import { Phrase } from '@/components/Phrase';
import { FollowUnitPill } from '@/features/follows/FollowUnit';
import type { Filters } from '@/features/sessions/filters';
import type { useSummary } from '@/features/sessions/useSummary';
import { classes } from '@/lib/classes';
import { finding } from '@/lib/text/finding';

export interface FoundLineProps {
  unit: Filters['organizer'];
  summary: ReturnType<typeof useSummary>;
  /** Nothing has a day, but there is something below. */
  undatedOnly: boolean;
}

/** How many a search found; of one unit, its name and the way to follow it. */
export function FoundLine({ unit, summary, undatedOnly }: FoundLineProps) {
  const words = undatedOnly ? finding.nothing.undated : countWords(summary);
  return (
    <View className={classes('found', unit && 'found--unit')} role="status">
      <View className="grow">
        <Phrase>{unit ? `${unit.name}：${words}` : words}</Phrase>
      </View>
      {unit && <FollowUnitPill organizerId={unit.id} />}
    </View>
  );
}

function countWords({ data, isError, isPlaceholderData }: FoundLineProps['summary']): string {
  if (isError) return '';
  if (!data || isPlaceholderData) return finding.looking;
  return data.total > 0 ? finding.found(data.total, data.open) : '';
}
