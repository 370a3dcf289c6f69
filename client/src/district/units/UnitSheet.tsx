import type { Unit, UnitChange } from '@openday/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Select } from '@/components/Select';
import { Sheet } from '@/components/Sheet';
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
    <Sheet
      title={unit.name}
      label={words.changeOf(unit.name)}
      foot={
        <Button kind="primary" className="sheet__do" off={!ready} busy={save.isPending} onTap={() => save.mutate()}>
          {words.save}
        </Button>
      }
      onClose={onClose}
    >
      {save.isError && (
        <Notice kind="bad" icon="alert">
          {save.error.message}
        </Notice>
      )}
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
    </Sheet>
  );
}
