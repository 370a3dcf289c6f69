import { ATTENDANCE_SOURCES, type Closing } from '@openday/shared/closing';
import { dayOf, instantOf } from '@openday/shared/dates';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { Desk } from '@/features/desk/Desk';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { MomentField } from '@/features/desk/MomentField';
import { reportUrl } from '@/features/desk/record-urls';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { say } from '@/lib/say';
import { closingReport } from '@/lib/text/closing-report';
import { blankForm, nextForm, type PastForm, pastSessionOf } from './past-form';

const { pastEntry: words, source: sources, came } = closingReport;
const YEARS_BACK = 10;
const HOURS_2_MS = 7_200_000;
const PEOPLE = ['planned', 'actual'] as const;
const MORE = ['explanations', 'sheetsOut', 'sheetsBack', 'suggestions', 'resolved'] as const;
type Count = (typeof PEOPLE)[number] | (typeof MORE)[number];
const FIELD = { sheetsOut: 'handedOut', sheetsBack: 'returned' } as const;
const fieldOf = (key: Count) => (key === 'sheetsOut' || key === 'sheetsBack' ? FIELD[key] : key);

/** 补录: a session held before the system was there, so that figures of that year come from records. */
export default function PastEntryPage() {
  return (
    <Desk on="closing" title={words.title} sub={words.sub}>
      {() => <Entry />}
    </Desk>
  );
}

function Entry() {
  const { params } = useRouter<{ year?: string }>();
  const thisYear = Number(dayOf(serverNow()).slice(0, 4));
  const [form, setForm] = useState(() => blankForm(params.year ?? String(thisYear - 1)));
  const [done, setDone] = useState<Closing[]>([]);
  const client = useQueryClient();
  const record = useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof pastSessionOf>>) => api('POST /desk/past-sessions', { body }),
    onSuccess: (closing) => {
      say(words.stored(closing.theme));
      setDone((before) => [closing, ...before]);
      setForm(nextForm(form));
      return client.invalidateQueries({ queryKey: ['closings'] });
    },
  });
  const body = pastSessionOf(form);
  return (
    <>
      <View className="group panel">
        <Fields form={form} thisYear={thisYear} onChange={(over) => setForm({ ...form, ...over })} />
        {record.isError && (
          <Notice kind="bad" icon="alert">
            {record.error.message}
          </Notice>
        )}
        <Button kind="primary" off={!body} busy={record.isPending} onTap={() => body && record.mutate(body)}>
          {body ? words.save : words.wait}
        </Button>
      </View>
      {done.length > 0 && (
        <Group head={words.done}>
          {done.map((closing) => (
            <Cell
              key={closing.sessionId}
              className="rule"
              sub={closing.organizer.name}
              value={came(closing.actual ?? 0)}
              onTap={() => open(reportUrl(closing.sessionId))}
            >
              {closing.theme}
            </Cell>
          ))}
        </Group>
      )}
    </>
  );
}

interface FieldsProps {
  form: PastForm;
  thisYear: number;
  onChange: (over: Partial<PastForm>) => void;
}

function Fields({ form, thisYear, onChange }: FieldsProps) {
  const { units } = useMyUnits();
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back));
  const end = (startsAt: string) => new Date(Date.parse(startsAt) + HOURS_2_MS).toISOString();
  return (
    <>
      {units.length > 1 && (
        <FormRow label={words.unit}>
          <Select
            wide
            label={words.unit}
            options={units.map(({ id, name }) => ({ key: id, text: name }))}
            on={form.unit ?? units[0]?.id ?? null}
            onPick={(unit) => onChange({ unit })}
          />
        </FormRow>
      )}
      <InputRow
        label={words.theme}
        value={form.theme}
        placeholder={words.themeHint}
        maxlength={100}
        onChange={(theme) => onChange({ theme })}
      />
      <FormRow label={words.year}>
        <Select
          label={words.year}
          options={years.map((year) => ({ key: year, text: words.yearOf(Number(year)) }))}
          on={form.year}
          onPick={(year) => onChange({ year })}
        />
      </FormRow>
      <FormRow label={words.startsAt}>
        <MomentField
          label={words.startsAt}
          value={form.startsAt}
          near={instantOf(`${form.year}-09-01`, '09:00')}
          onChange={(startsAt) => onChange({ startsAt, endsAt: startsAt && end(startsAt) })}
        />
      </FormRow>
      {form.startsAt && (
        <FormRow label={words.endsAt}>
          <MomentField label={words.endsAt} value={form.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
        </FormRow>
      )}
      <InputRow
        label={words.place}
        value={form.place}
        placeholder={words.placeHint}
        onChange={(place) => onChange({ place })}
      />
      <Counts of={PEOPLE} form={form} onChange={onChange} />
      <FormRow label={words.source} sub={form.source === 'estimated' ? words.estimateNote : undefined}>
        <Segmented
          label={words.source}
          options={ATTENDANCE_SOURCES.map((key) => ({ key, text: sources[key] }))}
          on={form.source}
          onPick={(source) => onChange({ source })}
        />
      </FormRow>
      <Counts of={MORE} form={form} onChange={onChange} />
    </>
  );
}

interface CountsProps {
  of: readonly Count[];
  form: PastForm;
  onChange: (over: Partial<PastForm>) => void;
}

function Counts({ of, form, onChange }: CountsProps) {
  return (
    <>
      {of.map((key) => (
        <FormRow key={key} label={words[key]} sub={key === 'planned' ? words.unknown : undefined}>
          <InputBox
            short
            kind="number"
            label={words[key]}
            value={form[fieldOf(key)]}
            maxlength={6}
            onChange={(text) => onChange({ [fieldOf(key)]: text })}
          />
        </FormRow>
      ))}
    </>
  );
}
