import { SUGGESTION_STAGES, type SuggestionStage } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { useMayAct } from '@/features/desk/may-act';
import { ExportButton } from '@/features/exports/ExportButton';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { CollectSheet } from './CollectSheet';
import { Detail } from './Detail';
import { Numbers } from './Numbers';
import { SuggestionRow } from './SuggestionRow';
import { useSuggestionCounts, useSuggestionList } from './useDeskSuggestions';
import './suggestions.scss';

/** B14: what residents said to this unit, by what there is to do with it. */
export default function SuggestionsPage() {
  const { params } = useRouter<{ stage?: SuggestionStage }>();
  const [stage, setStage] = useState<SuggestionStage>(params.stage ?? 'new');
  const [writing, setWriting] = useState(false);
  const may = useMayAct();
  return (
    <Desk
      on="suggestions"
      title={words.title}
      sub={words.sub}
      acts={
        <>
          <ExportButton asked={{ kind: 'suggestions', stage }} />
          {may && (
            <Button kind="ink" icon="pencil" onTap={() => setWriting(true)}>
              {words.collect.open}
            </Button>
          )}
        </>
      }
    >
      {() => (
        <>
          <Board stage={stage} onStage={setStage} />
          {may && (
            <View className="narrow-only">
              <View className="gap" />
              <Button kind="white" icon="pencil" onTap={() => setWriting(true)}>
                {words.collect.open}
              </Button>
            </View>
          )}
          {writing && <CollectSheet onClose={() => setWriting(false)} />}
        </>
      )}
    </Desk>
  );
}

function Board({ stage, onStage }: { stage: SuggestionStage; onStage: (stage: SuggestionStage) => void }) {
  const counts = useSuggestionCounts();
  const [opened, setOpened] = useState<Id | null>(null);
  return (
    <>
      {counts.data && <Numbers counts={counts.data} />}
      <View className="stages" role="group" aria-label={words.title}>
        {SUGGESTION_STAGES.map((key) => (
          <Chip key={key} on={key === stage} onTap={() => onStage(key)}>
            {counts.data ? words.tab(words.stage[key], counts.data.stages[key]) : words.stage[key]}
          </Chip>
        ))}
      </View>
      <List stage={stage} onOpen={setOpened} />
      {opened && <Detail id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function List({ stage, onOpen }: { stage: SuggestionStage; onOpen: (id: Id) => void }) {
  const list = useSuggestionList(stage);
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
        <Button kind="white" busy={list.isFetchingNextPage} onTap={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
