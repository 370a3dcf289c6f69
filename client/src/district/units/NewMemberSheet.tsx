import { MEMBER_ROLES, type MemberPassword, type MemberRole, type Unit } from '@openday/shared/people';
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
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';

const { members: words } = district;
const USERNAME = /^[a-z][a-z0-9._-]{2,29}$/;

interface NewMemberSheetProps {
  units: Unit[];
  onMade: (made: MemberPassword) => void;
  onClose: () => void;
}

/** An account for somebody who is to act, or look, for a unit. */
export function NewMemberSheet({ units, onMade, onClose }: NewMemberSheetProps) {
  const client = useQueryClient();
  const account = useAccount();
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<MemberRole>('organizer');
  const [unit, setUnit] = useState(units[0]?.id ?? '');
  const roles = MEMBER_ROLES.filter((each) => each !== 'district' || account?.role === 'district');
  const make = useMutation({
    mutationFn: () => api('POST /desk/members', { body: { username, name: name.trim(), role, organizerId: unit } }),
    onSuccess: async (made) => {
      onMade(made);
      await client.invalidateQueries({ queryKey: ['members'] });
    },
  });
  const ready = USERNAME.test(username) && name.trim() !== '' && unit !== '';
  return (
    <FormSheet
      title={words.title}
      submit={words.make}
      ready={ready}
      busy={make.isPending}
      failure={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <Group>
        <Field label={words.name} value={name} maxlength={20} onChange={setName} />
        <Field
          label={words.username}
          value={username}
          placeholder={words.usernameHint}
          maxlength={30}
          onChange={(typed) => setUsername(typed.trim().toLowerCase())}
        />
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
