import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { Switch } from '@/components/Switch';
import { changeProfile } from '@/lib/auth';
import { useOfferedWays } from '@/lib/offered';
import { registering } from '@/lib/text/registering';
import { useAccount } from '@/lib/tokens';

const { me: words, form: formWords, missing } = registering;
const PHONE = /^1[3-9]\d{9}$/;

/** My name; in the demo also my phone, which anywhere else has to be proven first. */
export function ProfileSheet({ onClose }: { onClose: () => void }) {
  const account = useAccount();
  const { data: offered } = useOfferedWays();
  const [name, setName] = useState(account?.name ?? '');
  const [phone, setPhone] = useState('');
  const [over60, setOver60] = useState(account?.over60 ?? false);
  const [lacking, setLacking] = useState<{ name?: string; phone?: string }>({});
  const save = useMutation({
    mutationFn: () => changeProfile({ name: name.trim(), over60, ...(phone.trim() && { phone: phone.trim() }) }),
    onSuccess: onClose,
  });
  const submit = () => {
    const found = {
      ...(name.trim() === '' && { name: missing.name }),
      ...(phone.trim() !== '' && !PHONE.test(phone.trim()) && { phone: missing.phone }),
    };
    setLacking(found);
    if (Object.keys(found).length === 0) save.mutate();
  };
  return (
    <Sheet
      title={words.profile}
      label={words.profile}
      foot={
        <Button kind="primary" busy={save.isPending} onTap={submit}>
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
        <Field
          label={formWords.callYou}
          value={name}
          placeholder={formWords.callYouHint}
          maxlength={20}
          error={lacking.name}
          onChange={setName}
        />
        {account?.phoneLast4 || !offered?.demo ? (
          <Cell value={account?.phoneLast4 && formWords.last4(account.phoneLast4)} sub={words.phoneFixed}>
            {formWords.phone}
          </Cell>
        ) : (
          <Field
            label={formWords.phone}
            value={phone}
            placeholder={formWords.phoneHint}
            type="number"
            maxlength={11}
            error={lacking.phone}
            onChange={setPhone}
          />
        )}
      </Group>
      <Group>
        <Switch on={over60} label={words.over60} sub={<Phrase>{words.over60Sub}</Phrase>} onChange={setOver60} />
      </Group>
    </Sheet>
  );
}
