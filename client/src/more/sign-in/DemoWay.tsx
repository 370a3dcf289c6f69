import { ROLES, type Role } from '@openday/shared/auth';
import { useMutation } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { signInDemo } from '@/lib/auth';
import { ROLE_WORDS } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { signingIn } from '@/lib/text/signing-in';

const { demo: words } = signingIn;

/** As anybody, by a name alone: the same name is the same account. */
export function DemoWay({ onDone }: { onDone: () => void }) {
  const [role, setRole] = useState<Role>('resident');
  const [name, setName] = useState('');
  const [pressed, setPressed] = useState(false);
  const nameless = role === 'resident' && name.trim() === '';
  const sign = useMutation({
    mutationFn: () => signInDemo(role, role === 'resident' ? name.trim() : undefined),
    onSuccess: onDone,
  });
  const press = () => {
    setPressed(true);
    if (!nameless) sign.mutate();
  };
  return (
    <>
      {sign.error && (
        <Notice kind="bad" icon="alert">
          {sign.error.message}
        </Notice>
      )}
      <Group>
        <View className="section">
          <View className="section__title">{words.who}</View>
          <Choice
            label={words.who}
            options={ROLES.map((each) => ({ key: each, text: ROLE_WORDS[each] }))}
            on={role}
            onPick={setRole}
          />
        </View>
        {role === 'resident' && (
          <Field
            label={words.name}
            value={name}
            placeholder={registering.form.callYouHint}
            maxlength={20}
            error={pressed && nameless ? registering.missing.name : undefined}
            onChange={setName}
          />
        )}
      </Group>
      <View className="note">
        <Phrase>{words.note}</Phrase>
      </View>
      <View className="gap" />
      <Button kind="primary" busy={sign.isPending} onTap={press}>
        {words.enter}
      </Button>
    </>
  );
}
