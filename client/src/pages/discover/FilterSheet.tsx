import { FORMS } from '@openday/shared/forms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { usePlace } from '@/features/places/place';
import { type Filters, findQuery, NO_FILTERS } from '@/features/sessions/filters';
import { useSummary } from '@/features/sessions/useSummary';
import { serverNow } from '@/lib/clock';
import { FORM_WORDS } from '@/lib/text/everyone';
import { finding, TOPIC_WORDS } from '@/lib/text/finding';
import { DayPick } from './DayPick';
import { OptionList } from './OptionList';

const { filter: words } = finding;
const ONLY = ['open', 'walkIn', 'accessible'] as const;

export interface FilterSheetProps {
  filters: Filters;
  onUse: (filters: Filters) => void;
  onClose: () => void;
}

/** Everything the list can be narrowed by; the button says how many are left. */
export function FilterSheet({ filters, onUse, onClose }: FilterSheetProps) {
  const [draft, setDraft] = useState(filters);
  const [list, setList] = useState<'organizer' | 'topic' | null>(null);
  const place = usePlace((state) => state.place);
  const found = useSummary(findQuery(draft, serverNow()));
  const set = (change: Partial<Filters>) => setDraft((before) => ({ ...before, ...change }));

  if (list) {
    const done = (change: Partial<Filters>) => {
      set(change);
      setList(null);
    };
    return <OptionList of={list} draft={draft} onPick={done} onClose={() => setList(null)} />;
  }
  return (
    <Sheet
      title={words.title}
      sub={place ? words.near(place.name) : words.anywhere}
      label={words.title}
      foot={
        <View className="filter__foot">
          <Button kind="white" className="filter__clear" onTap={() => setDraft({ ...NO_FILTERS, q: draft.q })}>
            {words.clear}
          </Button>
          <Use total={found.isError ? null : found.data?.total} onTap={() => onUse(draft)} />
        </View>
      }
      onClose={onClose}
    >
      <Group>
        <DayPick draft={draft} onPick={(day) => set({ day })} />
        <View className="section rule">
          <View className="filter__name">{words.form}</View>
          <Picks
            label={words.form}
            options={FORMS.map((form) => ({ key: form, text: FORM_WORDS[form], on: draft.form === form }))}
            onPick={(form) => set({ form: draft.form === form ? null : form })}
          />
        </View>
        <View className="section rule">
          <View className="filter__name">{words.only}</View>
          <Picks
            label={words.only}
            options={ONLY.map((key) => ({ key, text: words[key], on: draft[key] }))}
            onPick={(key) => set({ [key]: !draft[key] })}
          />
        </View>
      </Group>
      <Group>
        <Cell value={draft.organizer?.name ?? words.any} onTap={() => setList('organizer')}>
          {words.organizer}
        </Cell>
        <Cell value={draft.topic ? TOPIC_WORDS[draft.topic] : words.any} onTap={() => setList('topic')}>
          {words.topic}
        </Cell>
      </Group>
    </Sheet>
  );
}

/** Says what pressing it shows; undefined = being counted, null = could not be. */
function Use({ total, onTap }: { total: number | null | undefined; onTap: () => void }) {
  if (total === undefined) {
    return (
      <Button kind="primary" busy>
        {finding.looking}
      </Button>
    );
  }
  return (
    <Button kind="primary" off={total === 0} id="use-filters" onTap={onTap}>
      {total === null ? words.seeUnknown : total === 0 ? words.none : words.see(total)}
    </Button>
  );
}
