import { FORMS, type Form } from '@openday/shared/forms';
import { TOPICS, type Topic } from '@openday/shared/topics';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Picks } from '@/components/Picks';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { api } from '@/lib/api';
import { editor } from '@/lib/text/editor';
import { FORM_WORDS } from '@/lib/text/everyone';
import { TOPIC_WORDS } from '@/lib/text/finding';
import { useAccount } from '@/lib/tokens';
import type { EventForm } from './event-form';

const { form: words } = editor;
const NONE = 'none';

export interface FieldsProps {
  form: EventForm;
  /** Errors by field, as the server names them. */
  wrong: Record<string, string>;
  onChange: (change: Partial<EventForm>) => void;
}

/** 活动: theme, form, what happens, for whom and how many. */
export function WhatFields({ form, wrong, onChange }: FieldsProps) {
  const pick = (each: Form) =>
    onChange({ forms: form.forms.includes(each) ? form.forms.filter((on) => on !== each) : [...form.forms, each] });
  return (
    <View className="group panel">
      <View className="panel__title">{words.what}</View>
      <InputRow
        label={words.theme}
        error={wrong.theme}
        value={form.theme}
        placeholder={words.themeHint}
        maxlength={100}
        onChange={(theme) => onChange({ theme })}
      />
      <FormRow label={words.forms} error={wrong.forms}>
        <Picks
          label={words.forms}
          options={FORMS.map((key) => ({ key, text: FORM_WORDS[key], on: form.forms.includes(key) }))}
          onPick={pick}
        />
      </FormRow>
      <FormRow label={words.topic}>
        <Select<Topic | typeof NONE>
          label={words.topic}
          options={[{ key: NONE, text: words.noTopic }, ...TOPICS.map((key) => ({ key, text: TOPIC_WORDS[key] }))]}
          on={form.topic ?? NONE}
          onPick={(topic) => onChange({ topic: topic === NONE ? null : topic })}
        />
      </FormRow>
      <InputRow
        label={words.content}
        error={wrong.content}
        value={form.content}
        placeholder={words.contentHint}
        long
        maxlength={4000}
        onChange={(content) => onChange({ content })}
      />
      <InputRow
        label={words.audience}
        error={wrong.audience}
        value={form.audience}
        placeholder={words.audienceHint}
        maxlength={200}
        onChange={(audience) => onChange({ audience })}
      />
      <FormRow label={words.headcount} error={wrong.headcount ?? wrong['headcount.min'] ?? wrong['headcount.max']}>
        <View className="band">
          <InputBox
            short
            kind="number"
            label={`${words.headcount} ${words.from}`}
            value={form.min}
            placeholder={words.from}
            maxlength={6}
            onChange={(min) => onChange({ min })}
          />
          <View className="band__to">–</View>
          <InputBox
            short
            kind="number"
            label={`${words.headcount} ${words.to}`}
            value={form.max}
            placeholder={words.to}
            maxlength={6}
            onChange={(max) => onChange({ max })}
          />
        </View>
      </FormRow>
    </View>
  );
}

/** Whose it is, in which programme, and whom residents may ask. */
export function OwnerFields({ form, wrong, fixed, onChange }: FieldsProps & { fixed: boolean }) {
  const account = useAccount();
  const { units } = useMyUnits();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id, 'joinable'],
    queryFn: ({ signal }) => api('GET /programmes', { query: { joinable: true }, signal }),
  });
  const items = programmes.data?.items ?? [];
  const on = items.find(({ id }) => id === form.programmeId);
  return (
    <View className="group panel">
      <View className="panel__title">{words.contact}</View>
      {units.length > 1 && (
        <FormRow label={words.unit} error={wrong.organizerId}>
          <Select
            label={words.unit}
            options={units.map(({ id, name }) => ({ key: id, text: name }))}
            on={form.organizerId ?? account?.organizer?.id ?? null}
            disabled={fixed}
            wide
            onPick={(organizerId) => onChange({ organizerId })}
          />
        </FormRow>
      )}
      <FormRow label={words.programme} error={wrong.programmeId} sub={on?.approves && words.approves}>
        <Select
          label={words.programme}
          options={[
            { key: NONE, text: words.noProgramme },
            ...items.map(({ id, title, year }) => ({ key: id, text: `${year} · ${title}` })),
          ]}
          on={form.programmeId ?? NONE}
          disabled={fixed}
          wide
          onPick={(id) => onChange({ programmeId: id === NONE ? null : id })}
        />
      </FormRow>
      <InputRow
        label={words.contact}
        sub={words.ownContact}
        error={wrong['contact.name']}
        value={form.contactName}
        placeholder={words.contactHint}
        maxlength={40}
        onChange={(contactName) => onChange({ contactName })}
      />
      <InputRow
        label={words.phone}
        error={wrong['contact.phone']}
        value={form.contactPhone}
        placeholder={words.phoneHint}
        maxlength={30}
        onChange={(contactPhone) => onChange({ contactPhone })}
      />
    </View>
  );
}
