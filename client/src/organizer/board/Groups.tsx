import { BOARD_GROUPS, type BoardGroup, type BoardGrouping } from '@openday/shared/board';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { Segmented } from '@/components/Segmented';
import { Tap } from '@/components/Tap';
import { FIVE, shareWords, totalWords } from '@/features/reports/five-words';
import { useGroupSums } from '@/features/reports/useBoard';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';
import { type BoardAsks, queryOf } from './board-asks';

const { five } = desk;

/** Each unit's or programme's own sums, never ranked; each opens its board. */
export function Groups({ asks, onAsk }: { asks: BoardAsks; onAsk: (change: Partial<BoardAsks>) => void }) {
  const [by, setBy] = useState<BoardGrouping>('unit');
  const sums = useGroupSums(queryOf(asks, serverNow()), by);
  const all = sums.data?.pages.flatMap(({ items }) => items) ?? [];
  const boardOf = (id: Id | null) =>
    id === null ? undefined : () => onAsk({ of: null, ...(by === 'unit' ? { organizer: id } : { programme: id }) });
  return (
    <>
      <View className="groups__by">
        <Segmented
          label={boardText.groups[by]}
          options={BOARD_GROUPS.map((key) => ({ key, text: boardText.groups[key] }))}
          on={by}
          onPick={setBy}
        />
      </View>
      {all.length > 0 && (
        <Group>
          {all.map((group) => (
            <One key={group.id} group={group} onOpen={boardOf(group.id)} />
          ))}
        </Group>
      )}
      {sums.hasNextPage && <Act onTap={() => void sums.fetchNextPage()}>{boardText.moreGroups}</Act>}
      <View className="after">{boardText.groupsNote}</View>
    </>
  );
}

function One({ group, onOpen }: { group: BoardGroup; onOpen?: () => void }) {
  const { name, totals, full, came } = group;
  const numbers = totalWords(group);
  const facts = [
    boardText.sessions(totals.sessions),
    ...FIVE.map((key) => `${five[key]} ${numbers[key]}`),
    `${boardText.full} ${shareWords(full)}`,
    `${boardText.came} ${shareWords(came)}`,
  ];
  const words = (
    <>
      <View className={classes('strong', onOpen && 'link')}>{name || boardText.noProgramme}</View>
      <View className="groups__facts">{facts.join(' · ')}</View>
    </>
  );
  if (!onOpen) return <View className="groups__one">{words}</View>;
  return (
    <Tap role="link" className="groups__one" onTap={onOpen}>
      {words}
    </Tap>
  );
}
