import type { PaperBatch } from '@openday/shared/questionnaires';
import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { countOf } from '@/features/reports/count-of';
import { closingReport } from '@/lib/text/closing-report';
import { TallyPad } from './TallyPad';
import { batchOf, type Draft, draftOf, noTallies, type Question } from './tally';
import type { Papers } from './usePapers';

const { papers: words } = closingReport;
const QUESTIONS: Question[] = ['satisfaction', 'clarity'];

interface BatchSheetProps {
  batch: PaperBatch | null;
  papers: Papers;
  /** What was typed and not stored, by batch, a new one as ``: closed by a slip, it is still there. */
  begun: Map<Id, Draft>;
  onClose: () => void;
}

/** A batch of paper sheets: numbers first, then a tap for each tick; it is stored once all adds up. */
export function BatchSheet({ batch, papers, begun, onClose }: BatchSheetProps) {
  const key = batch?.id ?? '';
  const [draft, setDraft] = useState(() => begun.get(key) ?? draftOf(batch));
  const body = batchOf(draft);
  const change = (over: Partial<Draft>) => {
    const next = { ...draft, ...over };
    begun.set(key, next);
    setDraft(next);
  };
  const { store, remove } = papers;
  const done = () => {
    begun.delete(key);
    onClose();
  };
  const save = () => body && store.mutate({ id: batch?.id ?? null, body }, { onSuccess: done });
  const tooMany = draft.returned !== null && draft.handedOut !== null && draft.returned > draft.handedOut;
  const title = batch ? words.edit : words.add;
  return (
    <FormSheet
      title={title}
      submit={body ? words.save : draft.place.trim() ? words.wait.off : words.wait.place}
      ready={body !== null}
      busy={store.isPending}
      failure={store.error}
      also={
        batch && (
          <Button kind="plain" busy={remove.isPending} onTap={() => remove.mutate(batch.id, { onSuccess: done })}>
            {words.remove}
          </Button>
        )
      }
      onSubmit={save}
      onClose={onClose}
    >
      <Group>
        <View className="section">
          <InputRow
            label={words.place}
            value={draft.place}
            placeholder={words.placeHint}
            onChange={(place) => change({ place })}
          />
          <FormRow label={words.handedOut}>
            <CountBox label={words.handedOut} value={draft.handedOut} onChange={(handedOut) => change({ handedOut })} />
          </FormRow>
          <FormRow label={words.returned} error={tooMany ? words.moreThanOut : null}>
            <CountBox label={words.returned} value={draft.returned} onChange={(returned) => change({ returned })} />
          </FormRow>
        </View>
        <View className="rule">
          <Switch
            on={draft.tallies !== null}
            label={words.tally}
            sub={words.tallySub}
            onChange={(on) => change({ tallies: on ? (batch?.tallies ?? noTallies()) : null })}
          />
        </View>
      </Group>
      {draft.tallies &&
        QUESTIONS.map((question) => (
          <TallyPad key={question} question={question} draft={draft} onChange={(tallies) => change({ tallies })} />
        ))}
    </FormSheet>
  );
}

interface CountBoxProps {
  label: string;
  value: number | null;
  onChange: (n: number | null) => void;
}

function CountBox({ label, value, onChange }: CountBoxProps) {
  const typed = value === null ? '' : String(value);
  return (
    <InputBox
      short
      kind="number"
      label={label}
      value={typed}
      maxlength={5}
      onChange={(text) => onChange(countOf(text))}
    />
  );
}
