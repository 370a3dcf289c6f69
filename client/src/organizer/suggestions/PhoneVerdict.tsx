import { type DeskSuggestion, VERDICTS, type Verdict } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import { useAccount } from '@/lib/tokens';
import type { useDeskSuggestion } from './useDeskSuggestions';

const LEAST = 2;

interface PhoneVerdictProps {
  suggestion: DeskSuggestion;
  one: ReturnType<typeof useDeskSuggestion>;
}

/** 电话回访: what somebody without an account says when called, under the name of who called. */
export function PhoneVerdict({ suggestion, one }: PhoneVerdictProps) {
  const account = useAccount();
  const [open, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(suggestion.verdict);
  const [caller, setCaller] = useState(account?.name ?? '');
  const [text, setText] = useState('');
  if (!open) {
    return (
      <Button kind="white" icon="phone" onTap={() => setOpen(true)}>
        {words.phone.open}
      </Button>
    );
  }
  const save = () => {
    if (!verdict) return;
    const said = text.trim();
    const body = { verdict, caller: caller.trim(), ...(said.length >= LEAST && { text: said }) };
    one.phoned(body, () => setOpen(false));
  };
  return (
    <>
      <Group head={words.phone.title}>
        <View className="section">
          <Choice
            label={words.phone.title}
            options={VERDICTS.map((key) => ({ key, text: words.stepVerdict[key] }))}
            on={verdict}
            onPick={setVerdict}
          />
        </View>
        <Field label={words.phone.caller} value={caller} maxlength={20} onChange={setCaller} />
        <Field long label={words.phone.said} value={text} maxlength={300} onChange={setText} />
      </Group>
      <Button kind="primary" off={!verdict || caller.trim().length < LEAST} busy={one.busy} onTap={save}>
        {words.phone.save}
      </Button>
    </>
  );
}
