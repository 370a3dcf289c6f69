import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';
import { admitting } from '@/lib/text/admitting';

export interface ReasonSheetProps {
  title: string;
  sub: string;
  /** What is often said; one press. */
  presets: readonly string[];
  /** The field for words of one's own. */
  own: string;
  submit: string;
  busy: boolean;
  failure: Error | null;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, before somebody is refused or something is called off: what is said is told to them. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, sub, presets, own, submit, busy, failure, onSubmit, onClose } = props;
  const [preset, setPreset] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [pressed, setPressed] = useState(false);
  const reason = words.trim() || preset || '';
  const short = reason.length < 2;
  const press = () => {
    setPressed(true);
    if (!short) onSubmit(reason);
  };
  return (
    <Sheet
      title={title}
      sub={sub}
      label={title}
      foot={
        <Button kind="primary" busy={busy} onTap={press}>
          {submit}
        </Button>
      }
      onClose={onClose}
    >
      {failure && (
        <Notice kind="bad" icon="alert">
          {failure.message}
        </Notice>
      )}
      <Group>
        <View className="section">
          <Choice
            label={title}
            options={presets.map((each) => ({ key: each, text: each }))}
            on={words.trim() ? null : preset}
            onPick={(each) => {
              setPreset(each);
              setWords('');
            }}
          />
        </View>
        <Field
          label={own}
          value={words}
          long
          maxlength={100}
          error={pressed && short ? admitting.needReason : null}
          onChange={setWords}
        />
      </Group>
    </Sheet>
  );
}
