import type { Candidate, MonthlyTopic, NewCandidate } from '@openday/shared/monthly-topics';
import { TOPICS, type Topic } from '@openday/shared/topics';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { district } from '@/lib/text/district';
import { asNew } from './useTopics';

const { topics: words, topicNames } = district;
const MOST_PLACE = 20;

interface CandidateSheetProps {
  round: MonthlyTopic;
  /** Null = a new one. */
  of: Candidate | null;
  busy: boolean;
  failure: Error | null;
  onSave: (items: NewCandidate[]) => void;
  onClose: () => void;
}

/** A candidate's words, what kind of matter it is, and its place where the unit puts it by hand. */
export function CandidateSheet({ round, of, busy, failure, onSave, onClose }: CandidateSheetProps) {
  const [title, setTitle] = useState(of?.title ?? '');
  const [note, setNote] = useState(of?.note ?? '');
  const [topic, setTopic] = useState<Topic | 'none'>(of?.topic ?? 'none');
  const [place, setPlace] = useState(of?.place ? String(of.place) : '');
  const at = Math.min(MOST_PLACE, Number(place) || 0);
  const item: NewCandidate = {
    ...(of && { id: of.id }),
    title: title.trim(),
    ...(note.trim() && { note: note.trim() }),
    ...(topic !== 'none' && { topic }),
    ...(at > 0 && { place: at }),
  };
  const save = () => {
    const others = round.candidates.filter(({ id }) => id !== of?.id).map(asNew);
    onSave([...others, item]);
  };
  const name = of ? words.changeCandidate(of.title) : words.addCandidate;
  return (
    <FormSheet
      title={name}
      submit={words.keep}
      ready={title.trim().length > 1}
      busy={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Group>
        <Field label={words.candidate} value={title} maxlength={60} onChange={setTitle} />
        <Field long label={words.note} value={note} maxlength={200} onChange={setNote} />
        <FormRow label={words.topic}>
          <Select
            wide
            label={words.topic}
            options={[
              { key: 'none' as const, text: words.noTopic },
              ...TOPICS.map((key) => ({ key, text: topicNames[key] })),
            ]}
            on={topic}
            onPick={setTopic}
          />
        </FormRow>
        <Field type="number" label={words.placeLabel} value={place} maxlength={2} onChange={setPlace} />
      </Group>
    </FormSheet>
  );
}
