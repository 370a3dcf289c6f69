import type { SuggestionCounts, SuggestionStage } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { classes } from '@/lib/classes';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { SuggestionRow } from './SuggestionRow';
import type { SuggestionList } from './useDeskSuggestions';

export interface ColumnProps {
  stage: SuggestionStage;
  /** The one a phone shows; on a wide screen all stand side by side. */
  on: boolean;
  counts: SuggestionCounts | undefined;
  list: SuggestionList;
  onOpen: (id: Id) => void;
}

/** One stage of 点单 → 接单 → 评单, and what is in it. */
export function Column({ stage, on, counts, list, onOpen }: ColumnProps) {
  return (
    <View className={classes('column', on && 'column--on')}>
      <View className="column__head wide-only">
        {counts ? words.tab(words.column[stage], counts.stages[stage]) : words.column[stage]}
      </View>
      <List stage={stage} list={list} all={counts?.stages[stage] ?? 0} onOpen={onOpen} />
    </View>
  );
}

/** `all`: how many there are of it. */
function List({ stage, list, all, onOpen }: Pick<ColumnProps, 'stage' | 'list' | 'onOpen'> & { all: number }) {
  if (list.isPending) return <Skeleton cards={3} height={88} />;
  if (list.isError && list.items.length === 0) {
    return <Failed failure={list.error} onAgain={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return (
      <Empty icon="check" title={words.none[stage]}>
        {words.noneSub}
      </Empty>
    );
  }
  return (
    <>
      <View className="group">
        {list.items.map((card) => (
          <SuggestionRow key={card.id} card={card} onOpen={() => onOpen(card.id)} />
        ))}
      </View>
      {list.hasNextPage && (
        <Button kind="plain" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.left(Math.max(1, all - list.items.length))}
        </Button>
      )}
    </>
  );
}
