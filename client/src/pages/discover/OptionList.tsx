import type { FindSummary } from '@openday/shared/find';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Skeleton } from '@/components/Skeleton';
import { type Filters, findQuery, without } from '@/features/sessions/filters';
import { useSummary } from '@/features/sessions/useSummary';
import { serverNow } from '@/lib/clock';
import { finding, TOPIC_WORDS } from '@/lib/text/finding';

const { filter: words } = finding;
/** More are found quicker by typing, and a page must stay below 1000 nodes. */
const SHOWN = 20;

export interface OptionListProps {
  of: 'organizer' | 'topic';
  draft: Filters;
  onPick: (change: Partial<Filters>) => void;
  onClose: () => void;
}

/** The units, or the topics, that hold what the other filters leave, most first. */
export function OptionList({ of, draft, onPick, onClose }: OptionListProps) {
  const [typed, setTyped] = useState('');
  const found = useSummary(findQuery(without(draft, of), serverNow()));
  const title = words[of];
  const options = found.data ? optionsOf(of, found.data) : [];
  const matching = options.filter(({ text }) => text.includes(typed.trim()));
  const rest = matching.length - SHOWN;
  return (
    <Sheet title={title} label={title} onClose={onClose}>
      {options.length > SHOWN && (
        <>
          <SearchField value={typed} placeholder={words.searchUnit} onChange={setTyped} />
          <View className="gap" />
        </>
      )}
      {found.isPending && <Skeleton cards={3} height={52} />}
      {found.isError && <Failed failure={found.error} onAgain={() => void found.refetch()} />}
      {found.isSuccess && (
        <Group>
          <Cell onTap={() => onPick({ [of]: null })}>{words.any}</Cell>
          {matching.slice(0, SHOWN).map(({ key, text, sessions, pick }) => (
            <Cell key={key} value={words.count(sessions)} onTap={() => onPick(pick)}>
              {text}
            </Cell>
          ))}
        </Group>
      )}
      {found.isSuccess && matching.length === 0 && (
        <View className="note">{of === 'topic' ? words.noTopic : words.noUnit}</View>
      )}
      {rest > 0 && <View className="note">{words.moreUnits(rest)}</View>}
    </Sheet>
  );
}

interface Option {
  key: string;
  text: string;
  sessions: number;
  pick: Partial<Filters>;
}

function optionsOf(of: OptionListProps['of'], found: Pick<FindSummary, 'organizers' | 'topics'>): Option[] {
  if (of === 'topic') {
    return found.topics.map(({ topic, sessions }) => ({
      key: topic,
      text: TOPIC_WORDS[topic],
      sessions,
      pick: { topic },
    }));
  }
  return found.organizers.map(({ id, name, sessions }) => ({
    key: id,
    text: name,
    sessions,
    pick: { organizer: { id, name } },
  }));
}
