import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { Tap } from '@/components/Tap';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { shareWords } from '@/features/reports/five-words';
import { useUnitSums } from '@/features/reports/useBoard';
import { serverNow } from '@/lib/clock';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';
import { type BoardAsks, queryOf } from './board-asks';

const { five } = desk;

/** Each unit's own sums, never ranked; a unit opens its board. */
export function Units({ asks, onUnit }: { asks: BoardAsks; onUnit: (unit: string) => void }) {
  const { units } = useMyUnits();
  const sums = useUnitSums(queryOf(asks, serverNow()));
  const all = sums.data?.pages.flatMap(({ items }) => items) ?? [];
  if (units.length < 2 || all.length < 2) return null;
  return (
    <>
      <View className="sec">{boardText.units}</View>
      <Group>
        {all.map(({ id, name, totals, full, came }) => {
          const facts = [
            boardText.sessions(totals.sessions),
            `${five.registered} ${totals.registered}`,
            `${five.checkedIn} ${totals.checkedIn}`,
            `${five.handCount} ${totals.handCount}`,
            `${boardText.full} ${shareWords(full)}`,
            `${boardText.came} ${shareWords(came)}`,
          ];
          return (
            <Tap key={id} role="link" className="units__one" onTap={() => id && onUnit(id)}>
              <View className="units__name link">{name}</View>
              <View className="units__facts">{facts.join(' · ')}</View>
            </Tap>
          );
        })}
      </Group>
      {sums.hasNextPage && <Act onTap={() => void sums.fetchNextPage()}>{boardText.moreUnits}</Act>}
      <View className="after">{boardText.unitsNote}</View>
    </>
  );
}
