import type { Unit, UnitChange } from '@openday/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { say } from '@/lib/say';
import { district } from '@/lib/text/district';

const { units: words } = district;

/** A unit's name, office and place in the tree; only what was changed is sent. */
export function UnitSheet({ unit, units, onClose }: { unit: Unit; units: Unit[]; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(unit.name);
  const [contactName, setContactName] = useState(unit.contactName);
  const [contactPhone, setContactPhone] = useState(unit.contactPhone);
  const [parentId, setParentId] = useState(unit.parentId);
  const body: UnitChange = {
    ...(name.trim() !== unit.name && { name: name.trim() }),
    ...(contactName !== unit.contactName && { contactName }),
    ...(contactPhone !== unit.contactPhone && { contactPhone }),
    ...(parentId && parentId !== unit.parentId && { parentId }),
  };
  const save = useMutation({
    mutationFn: () => api('PATCH /organizers/:id', { params: { id: unit.id }, body }),
    onSuccess: async () => {
      say(words.saved);
      onClose();
      await client.invalidateQueries();
    },
  });
  const ready = Object.keys(body).length > 0 && name.trim().length > 1;
  return (
    <FormSheet
      title={unit.name}
      label={words.changeOf(unit.name)}
      submit={words.save}
      ready={ready}
      busy={save.isPending}
      failure={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Group>
        <Field label={words.name} value={name} maxlength={60} onChange={setName} />
        <Field label={words.contactName} value={contactName} maxlength={40} onChange={setContactName} />
        <Field label={words.contactPhone} value={contactPhone} maxlength={30} onChange={setContactPhone} />
        {unit.parentId && (
          <FormRow label={words.parent}>
            <Select
              wide
              label={words.parent}
              options={units.filter(({ id }) => id !== unit.id).map(({ id, name: text }) => ({ key: id, text }))}
              on={parentId}
              onPick={setParentId}
            />
          </FormRow>
        )}
      </Group>
    </FormSheet>
  );
}
