import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { district } from '@/lib/text/district';

const { topics: words } = district;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
/** So many days votes are taken. */
const SPANS = ['7', '14', '21', '30'] as const;

/** A round's month, name and until when votes are taken; its candidates come after. */
export function NewRoundSheet({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [month, setMonth] = useState(new Date(serverNow() + CHINA_MS).toISOString().slice(0, 7));
  const [title, setTitle] = useState('');
  const [days, setDays] = useState<(typeof SPANS)[number]>('14');
  const votesUntil = () => new Date(serverNow() + Number(days) * DAY_MS).toISOString();
  const make = useMutation({
    mutationFn: () => api('POST /monthly-topics', { body: { month, title: title.trim(), votesUntil: votesUntil() } }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['desk-topics'] });
    },
  });
  const ready = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && title.trim().length > 1;
  return (
    <FormSheet
      title={words.add}
      submit={words.make}
      ready={ready}
      busy={make.isPending}
      failure={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <Group>
        <Field label={words.month} value={month} placeholder="2026-09" maxlength={7} onChange={setMonth} />
        <Field label={words.name} value={title} placeholder={words.nameHint} maxlength={60} onChange={setTitle} />
        <FormRow label={words.until}>
          <Select
            wide
            label={words.until}
            options={SPANS.map((key) => ({ key, text: words.days(Number(key)) }))}
            on={days}
            onPick={setDays}
          />
        </FormRow>
      </Group>
    </FormSheet>
  );
}
