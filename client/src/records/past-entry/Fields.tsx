import { ATTENDANCE_SOURCES } from '@openday/shared/closing';
import { instantOf } from '@openday/shared/dates';
import { FORMS } from '@openday/shared/forms';
import { useQuery } from '@tanstack/react-query';
import { Picks } from '@/components/Picks';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { InputRow } from '@/features/desk/InputRow';
import { MomentField } from '@/features/desk/MomentField';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { api } from '@/lib/api';
import { closingReport } from '@/lib/text/closing-report';
import { FORM_WORDS } from '@/lib/text/everyone';
import { useAccount } from '@/lib/tokens';
import { Counts, type CountsProps } from './Counts';

const { pastEntry: words, source: sources } = closingReport;
const YEARS_BACK = 10;
const HOURS_2_MS = 7_200_000;
const NONE = 'none';

const toggled = <K,>(all: K[], one: K): K[] => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one]);

/** What it was, where and when, and how many came. */
export function Fields({ form, thisYear, onChange }: Omit<CountsProps, 'of'> & { thisYear: number }) {
  const account = useAccount();
  const { units } = useMyUnits();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const ofYear = programmes.data?.items.filter(({ year }) => String(year) === form.year) ?? [];
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
      <FormRow label={words.forms}>
        <Picks
          label={words.forms}
          options={FORMS.map((key) => ({ key, text: FORM_WORDS[key], on: form.forms.includes(key) }))}
          onPick={(key) => onChange({ forms: toggled(form.forms, key) })}
        />
      </FormRow>
      <FormRow label={words.year}>
        <Select
          label={words.year}
          options={years.map((year) => ({ key: year, text: words.yearOf(Number(year)) }))}
          on={form.year}
          onPick={(year) => onChange({ year, programme: null })}
        />
      </FormRow>
      {ofYear.length > 0 && (
        <FormRow label={words.programme}>
          <Select
            wide
            label={words.programme}
            options={[
              { key: NONE, text: words.noProgramme },
              ...ofYear.map(({ id, title }) => ({ key: id, text: title })),
            ]}
            on={form.programme ?? NONE}
            onPick={(key) => onChange({ programme: key === NONE ? null : key })}
          />
        </FormRow>
      )}
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
      <Counts of={['planned', 'actual']} form={form} onChange={onChange} />
      <FormRow label={words.source} sub={form.source === 'estimated' ? words.estimateNote : undefined}>
        <Segmented
          label={words.source}
          options={ATTENDANCE_SOURCES.map((key) => ({ key, text: sources[key] }))}
          on={form.source}
          onPick={(source) => onChange({ source })}
        />
      </FormRow>
    </>
  );
}
