import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { say } from '@/lib/say';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { useTransfer } from './useDeskSuggestions';

const MOST = 100;
const LEAST = 2;

/** To which unit, and why: the resident reads both. */
export function TransferSheet(props: { id: Id; from: Id; onClose: () => void; onDone: () => void }) {
  const [to, setTo] = useState<Id | null>(null);
  const [reason, setReason] = useState('');
  const all = useQuery({ queryKey: ['organizers'], queryFn: ({ signal }) => api('GET /organizers', { signal }) });
  const units = (all.data?.items ?? []).filter(({ id }) => id !== props.from);
  const transfer = useTransfer(props.id, () => {
    say(words.transferred);
    props.onDone();
  });
  const ready = to !== null && reason.trim().length >= LEAST;
  const send = () => {
    if (to !== null) transfer.mutate({ organizerId: to, reason: reason.trim() });
  };
  return (
    <FormSheet
      title={words.transferTitle}
      submit={ready ? words.transferDo : words.transferPick}
      ready={ready}
      busy={transfer.isPending}
      failure={transfer.error}
      onSubmit={send}
      onClose={props.onClose}
    >
      <Group className="sug__move">
        <FormRow label={words.transferTitle}>
          <Select
            wide
            label={words.transferTitle}
            options={units.map(({ id, name }) => ({ key: id, text: name }))}
            on={to}
            placeholder={words.transferTitle}
            onPick={setTo}
          />
        </FormRow>
        <Field long label={words.transferWhy} value={reason} maxlength={MOST} onChange={setReason} />
      </Group>
    </FormSheet>
  );
}
