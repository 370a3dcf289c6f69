import type { SessionChange, SessionDetail } from '@openday/shared/sessions';
import type { Instant } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { MomentField } from '@/features/desk/MomentField';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { setup as words } from '@/lib/text/setup';
import { VenueRow } from './VenueRow';

/** As the server marks the lines that name somebody. */
const NAMED = 'displaced';

interface Changed {
  startsAt: Instant;
  endsAt: Instant;
  opensAt: Instant | null;
  closesAt: Instant | null;
  venueId: string;
  /** By pool, as typed. */
  capacities: Record<string, string>;
}

/** Time, place and numbers of a published session; what this does to people is asked before it is done. */
export function ChangeForm({ session }: { session: SessionDetail }) {
  const client = useQueryClient();
  const [form, setForm] = useState<Changed>(() => formOf(session));
  const [reason, setReason] = useState('');
  const [wordless, setWordless] = useState(false);
  const change = useMutation({
    mutationFn: (confirm: boolean) =>
      api('PATCH /sessions/:id', {
        params: { id: session.id },
        body: {
          ...changesOf(form, session),
          ...(reason.trim() && { reason: reason.trim() }),
          ...(confirm && { confirm }),
        },
      }),
    onSuccess: async ({ session: after, told, displaced, waits }) => {
      setForm(formOf(after));
      setReason('');
      say(waits ? words.waits : words.done(told, displaced));
      await client.invalidateQueries();
    },
  });
  const set = (part: Partial<Changed>) => {
    setForm({ ...form, ...part });
    change.reset();
  };
  const refusal = change.error instanceof ApiError ? change.error : null;
  const asks = refusal?.code === 'AFFECTS_PEOPLE';
  const wrong = Object.fromEntries(
    (asks ? [] : (refusal?.details ?? [])).map(({ field, message }) => [field, message]),
  );
  const nothing = Object.keys(changesOf(form, session)).length === 0;
  const confirm = () => {
    setWordless(reason.trim().length < 2);
    if (reason.trim().length >= 2) change.mutate(true);
  };
  return (
    <View className="group panel">
      <View className="panel__title">{words.change}</View>
      <View className="formrow__sub">{words.changeSub}</View>
      <FormRow label={words.starts} error={wrong.startsAt}>
        <MomentField
          label={words.starts}
          value={form.startsAt}
          onChange={(at) => at && set({ startsAt: at, endsAt: movedEnd(form, at) })}
        />
      </FormRow>
      <FormRow label={words.ends} error={wrong.endsAt}>
        <MomentField label={words.ends} value={form.endsAt} onChange={(at) => at && set({ endsAt: at })} />
      </FormRow>
      <VenueRow session={session} venueId={form.venueId} error={wrong.venueId} onPick={(venueId) => set({ venueId })} />
      {session.mode !== 'none' && (
        <>
          <FormRow label={words.opens} error={wrong.opensAt}>
            <MomentField label={words.opens} value={form.opensAt} onChange={(opensAt) => set({ opensAt })} />
          </FormRow>
          <FormRow label={words.closes} error={wrong.closesAt}>
            <MomentField
              label={words.closes}
              value={form.closesAt}
              near={session.startsAt}
              onChange={(closesAt) => set({ closesAt })}
            />
          </FormRow>
        </>
      )}
      {session.quotas.map(({ id, name, seats }, index) => (
        <FormRow
          key={id}
          label={name}
          sub={words.taken(seats.taken)}
          error={wrong[`quotas.${index}.capacity`] ?? (index === 0 ? wrong.quotas : null)}
        >
          <InputBox
            short
            kind="number"
            label={name}
            value={form.capacities[id] ?? ''}
            maxlength={6}
            onChange={(capacity) => set({ capacities: { ...form.capacities, [id]: capacity } })}
          />
        </FormRow>
      ))}
      {refusal && !asks && Object.keys(wrong).length === 0 && <Notice kind="bad">{refusal.message}</Notice>}
      {asks ? (
        <View className="affects" role="alert">
          <View className="strong">{words.sure}</View>
          {refusal.details
            .filter(({ field }) => field !== NAMED)
            .map(({ field, message }) => (
              <View key={field}>{message}</View>
            ))}
          <Named lines={refusal.details.filter(({ field }) => field === NAMED).map(({ message }) => message)} />
          <InputRow
            label={words.why}
            error={wordless ? words.needWhy : null}
            value={reason}
            placeholder={words.whyHint}
            maxlength={100}
            onChange={setReason}
          />
          <Button kind="primary" busy={change.isPending} onTap={confirm}>
            {words.sureYes}
          </Button>
          <Button kind="plain" onTap={() => change.reset()}>
            {words.sureNo}
          </Button>
        </View>
      ) : (
        <Button
          kind="ink"
          off={nothing}
          busy={change.isPending}
          className="setup__save"
          onTap={() => change.mutate(false)}
        >
          {nothing ? words.nothing : words.submit}
        </Button>
      )}
    </View>
  );
}

/** Who would lose their seat, in the order they would wait. */
function Named({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <View className="affects__who">
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same mask and number
        <View key={place}>{line}</View>
      ))}
    </View>
  );
}

function formOf({ startsAt, endsAt, opensAt, closesAt, venue, quotas }: SessionDetail): Changed {
  const capacities = Object.fromEntries(quotas.map(({ id, seats }) => [id, String(seats.capacity)]));
  return { startsAt, endsAt, opensAt, closesAt, venueId: venue.id, capacities };
}

/** Moved, it lasts as long as it did. */
function movedEnd({ startsAt, endsAt }: Changed, at: Instant): Instant {
  return new Date(Date.parse(at) + Date.parse(endsAt) - Date.parse(startsAt)).toISOString();
}

/** Only what differs from what stands. */
function changesOf(form: Changed, session: SessionDetail): SessionChange {
  const quotas = session.quotas.flatMap(({ id, seats }) => {
    const capacity = Number(form.capacities[id]);
    return form.capacities[id] !== '' && capacity !== seats.capacity ? [{ id, capacity }] : [];
  });
  return {
    ...(form.startsAt !== session.startsAt && { startsAt: form.startsAt }),
    ...(form.endsAt !== session.endsAt && { endsAt: form.endsAt }),
    ...(form.opensAt && form.opensAt !== session.opensAt && { opensAt: form.opensAt }),
    ...(form.closesAt && form.closesAt !== session.closesAt && { closesAt: form.closesAt }),
    ...(form.venueId !== session.venue.id && { venueId: form.venueId }),
    ...(quotas.length > 0 && { quotas }),
  };
}
