import type { Id, Instant } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { useTransfer } from './useDeskSuggestions';

const MOST = 100;
const LEAST = 2;
const DAYS = [1, 2, 3, 5, 7, 10];
const DAY_MS = 86_400_000;
const AS_IT_IS = 'asItIs';

interface TransferSheetProps {
  id: Id;
  from: Id;
  dueAt: Instant | null;
  onClose: () => void;
  onDone: () => void;
}

/** To which unit, until when, and why: the resident reads all of it. */
export function TransferSheet(props: TransferSheetProps) {
  const [to, setTo] = useState<Id | null>(null);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<string>(AS_IT_IS);
  const all = useQuery({ queryKey: ['organizers'], queryFn: ({ signal }) => api('GET /organizers', { signal }) });
  const units = (all.data?.items ?? []).filter(({ id }) => id !== props.from);
  const transfer = useTransfer(props.id, () => {
    say(words.transferred);
    props.onDone();
  });
  // Never later than it is due already.
  const left = props.dueAt ? Date.parse(props.dueAt) - serverNow() : 0;
  const sooner = DAYS.filter((n) => n * DAY_MS < left);
  const ready = to !== null && reason.trim().length >= LEAST;
  const send = () => {
    const dueAt = days === AS_IT_IS ? undefined : new Date(serverNow() + Number(days) * DAY_MS).toISOString();
    if (to !== null) transfer.mutate({ organizerId: to, reason: reason.trim(), ...(dueAt && { dueAt }) });
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
        {sooner.length > 0 && (
          <FormRow label={words.transferDue}>
            <Select
              wide
              label={words.transferDue}
              options={[
                { key: AS_IT_IS, text: words.transferAsItIs },
                ...sooner.map((n) => ({ key: String(n), text: words.transferIn(n) })),
              ]}
              on={days}
              onPick={setDays}
            />
          </FormRow>
        )}
        <Field long label={words.transferWhy} value={reason} maxlength={MOST} onChange={setReason} />
      </Group>
    </FormSheet>
  );
}
