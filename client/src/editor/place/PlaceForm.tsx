import { ACCESS_NOTES, type AccessNote, type DeskVenue } from '@openday/shared/places';
import type { Point } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Picks } from '@/components/Picks';
import { Switch } from '@/components/Switch';
import { Affects } from '@/features/desk/Affects';
import { editorUrls } from '@/features/desk/editor-places';
import { FormRow } from '@/features/desk/FormRow';
import { InputRow } from '@/features/desk/InputRow';
import { MayAct } from '@/features/desk/MayAct';
import { PointField } from '@/features/venues/PointField';
import { pointOf, pointText } from '@/features/venues/point-text';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { ACCESS_WORDS } from '@/lib/text/everyone';
import { outgoing } from '@/lib/text/outward';

const { places: words } = outgoing;

interface Form {
  name: string;
  address: string;
  capacity: string;
  access: AccessNote[];
  transport: string;
  shared: boolean;
  point: string;
}

/** A place as it is being edited; new ones are the caller's own unit's. */
export function PlaceForm({ venue }: { venue: DeskVenue | null }) {
  const client = useQueryClient();
  const [form, setForm] = useState<Form>(() => formOf(venue));
  const [tried, setTried] = useState(false);
  const point = pointOf(form.point);
  const save = useMutation({
    mutationFn: ({ at, confirm }: { at: Point; confirm?: boolean }) => {
      const holds = Number(form.capacity);
      const { name, address, access, transport, shared } = form;
      const body = { name: name.trim(), address: address.trim(), access, transport: transport.trim(), ...at };
      if (venue) {
        const change = { ...body, capacity: form.capacity.trim() ? holds : null, shared, ...(confirm && { confirm }) };
        return api('PATCH /venues/:id', { params: { id: venue.id }, body: change });
      }
      return api('POST /venues', { body: { ...body, ...(form.capacity.trim() && { capacity: holds }) } });
    },
    onSuccess: async ({ id }) => {
      say(words.saved);
      await client.invalidateQueries();
      if (!venue) void Taro.redirectTo({ url: editorUrls.place(id) });
    },
  });
  const set = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    save.reset();
  };
  const submit = () => {
    setTried(true);
    if (form.name.trim() !== '' && point) save.mutate({ at: point });
  };
  const refusal = save.error instanceof ApiError ? save.error : null;
  const asks = refusal?.code === 'AFFECTS_PEOPLE';
  const details = refusal?.details ?? [];
  const wrong = Object.fromEntries(details.map(({ field, message }) => [field, message]));
  const flip = (note: AccessNote) =>
    set({ access: form.access.includes(note) ? form.access.filter((on) => on !== note) : [...form.access, note] });
  const badPoint = form.point.trim() && !point ? words.pointBad : tried && !point ? words.needPoint : null;
  return (
    <>
      {venue && venue.upcoming > 0 && <Notice icon="info">{words.moved(venue.upcoming)}</Notice>}
      <View className="group panel">
        <InputRow
          label={words.name}
          error={tried && !form.name.trim() ? words.needName : wrong.name}
          value={form.name}
          onChange={(name) => set({ name })}
        />
        <InputRow
          label={words.address}
          error={wrong.address}
          value={form.address}
          placeholder={words.addressHint}
          maxlength={120}
          onChange={(address) => set({ address })}
        />
        <PointField value={form.point} error={badPoint} onChange={(next) => set({ point: next })} />
        <InputRow
          label={words.capacity}
          error={wrong.capacity}
          short
          kind="number"
          value={form.capacity}
          placeholder={words.capacityHint}
          maxlength={6}
          onChange={(capacity) => set({ capacity })}
        />
        <FormRow label={words.access}>
          <Picks
            label={words.access}
            options={ACCESS_NOTES.map((key) => ({ key, text: ACCESS_WORDS[key], on: form.access.includes(key) }))}
            onPick={flip}
          />
        </FormRow>
        <InputRow
          label={words.transport}
          error={wrong.transport}
          value={form.transport}
          placeholder={words.transportHint}
          maxlength={120}
          onChange={(transport) => set({ transport })}
        />
        {venue && <Switch on={form.shared} label={words.share} onChange={(shared) => set({ shared })} />}
      </View>
      {save.error && details.length === 0 && <Notice kind="bad">{save.error.message}</Notice>}
      {asks && point && (
        <Affects
          lines={details.map(({ message }) => message)}
          busy={save.isPending}
          onYes={() => save.mutate({ at: point, confirm: true })}
          onNo={() => save.reset()}
        />
      )}
      <MayAct>
        <Button kind="primary" off={asks} busy={save.isPending} className="place__save" onTap={submit}>
          {words.save}
        </Button>
      </MayAct>
    </>
  );
}

const formOf = (venue: DeskVenue | null): Form => ({
  name: venue?.name ?? '',
  address: venue?.address ?? '',
  capacity: venue?.capacity?.toString() ?? '',
  access: venue?.access ?? [],
  transport: venue?.transport ?? '',
  shared: venue?.shared ?? false,
  point: venue ? pointText(venue) : '',
});
