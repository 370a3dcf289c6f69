import { SUGGESTION_STAGES, type SuggestionStage } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Failed } from '@/components/Failed';
import { Desk } from '@/features/desk/Desk';
import { useMayAct } from '@/features/desk/may-act';
import { ExportButton } from '@/features/exports/ExportButton';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { CollectSheet } from './CollectSheet';
import { Column } from './Column';
import { newCard } from './collect-card';
import { Detail } from './Detail';
import { Numbers } from './Numbers';
import { useSuggestionBoard } from './useDeskSuggestions';
import './suggestions.scss';

/** B14: what residents said to this unit, by what there is to do with it. */
export default function SuggestionsPage() {
  const { params } = useRouter<{ stage?: SuggestionStage }>();
  const [stage, setStage] = useState<SuggestionStage>(params.stage ?? 'new');
  const [writing, setWriting] = useState(false);
  const [card, setCard] = useState(newCard);
  const may = useMayAct();
  return (
    <Desk
      on="suggestions"
      title={words.title}
      sub={words.sub}
      acts={
        <>
          <ExportButton asked={{ kind: 'suggestions' }} />
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
          <View className="narrow-only sug__more">
            {may && (
              <Button kind="white" icon="pencil" onTap={() => setWriting(true)}>
                {words.collect.open}
              </Button>
            )}
            <ExportButton asked={{ kind: 'suggestions', stage }} />
          </View>
          {writing && <CollectSheet card={card} onCard={setCard} onClose={() => setWriting(false)} />}
        </>
      )}
    </Desk>
  );
}

function Board({ stage, onStage }: { stage: SuggestionStage; onStage: (stage: SuggestionStage) => void }) {
  const { counts, lists, failure, again } = useSuggestionBoard();
  const [opened, setOpened] = useState<Id | null>(null);
  if (failure) return <Failed failure={failure} onAgain={again} />;
  return (
    <>
      {counts && <Numbers counts={counts} />}
      <View className="stages narrow-only" role="group" aria-label={words.title}>
        {SUGGESTION_STAGES.map((key) => (
          <Chip key={key} on={key === stage} onTap={() => onStage(key)}>
            {counts ? words.tab(words.stage[key], counts.stages[key]) : words.stage[key]}
          </Chip>
        ))}
      </View>
      <View className="columns">
        {SUGGESTION_STAGES.map((key) => (
          <Column key={key} stage={key} on={key === stage} counts={counts} list={lists[key]} onOpen={setOpened} />
        ))}
      </View>
      {opened && <Detail id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
