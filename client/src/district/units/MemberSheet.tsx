import { MEMBER_ROLES, type Member, type MemberPassword, type MemberRole, type Unit } from '@openday/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { api } from '@/lib/api';
import { say } from '@/lib/say';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';

const { members: words } = district;
const USERNAME = /^[a-z][a-z0-9._-]{2,29}$/;

interface MemberSheetProps {
  /** Null = a new one. */
  of: Member | null;
  units: Unit[];
  onMade: (made: MemberPassword) => void;
  onClose: () => void;
}

/** An account for somebody who is to act, or look, for a unit; what it may do can be changed. */
export function MemberSheet({ of, units, onMade, onClose }: MemberSheetProps) {
  const client = useQueryClient();
  const account = useAccount();
  const [username, setUsername] = useState('');
  const [name, setName] = useState(of?.name ?? '');
  const [role, setRole] = useState<MemberRole>(of?.role ?? 'organizer');
  const [unit, setUnit] = useState(of?.organizer.id ?? units[0]?.id ?? '');
  const roles = MEMBER_ROLES.filter((each) => each !== 'district' || account?.role === 'district');
  const save = useMutation({
    mutationFn: async () => {
      const body = { name: name.trim(), role, organizerId: unit };
      if (of) await api('PATCH /desk/members/:id', { params: { id: of.id }, body });
      else onMade(await api('POST /desk/members', { body: { username, ...body } }));
    },
    onSuccess: async () => {
      if (of) say(words.saved);
      onClose();
      await client.invalidateQueries({ queryKey: ['members'] });
    },
  });
  const ready = (of !== null || USERNAME.test(username)) && name.trim() !== '' && unit !== '';
  return (
    <FormSheet
      title={of ? words.changeTitle(of.name) : words.title}
      submit={of ? words.save : words.make}
      ready={ready}
      busy={save.isPending}
      failure={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Group>
        <Field label={words.name} value={name} maxlength={20} onChange={setName} />
        {!of && (
          <Field
            label={words.username}
            value={username}
            placeholder={words.usernameHint}
            maxlength={30}
            onChange={(typed) => setUsername(typed.trim().toLowerCase())}
          />
        )}
        <FormRow label={words.unit}>
          <Select
            wide
            label={words.unit}
            options={units.map(({ id, name: text }) => ({ key: id, text }))}
            on={unit}
            onPick={setUnit}
          />
        </FormRow>
        <View className="section">
          <Choice
            label={words.role}
            options={roles.map((key) => ({ key, text: words.roles[key] }))}
            on={role}
            onPick={setRole}
          />
          <View className="unit__sub">{words.roleSub[role]}</View>
        </View>
      </Group>
    </FormSheet>
  );
}
