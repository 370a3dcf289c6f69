import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Sheet } from '@/components/Sheet';

export interface SayingSheetProps {
  title: string;
  sub?: string;
  /** What is often said; one press. */
  presets: readonly string[];
  /** The field for words of one's own. */
  own: string;
  /** Most characters. */
  most: number;
  submit: string;
  /** On the button while nothing is said. */
  empty: string;
  /** Something else is still wanting, above. */
  off?: boolean;
  busy?: boolean;
  failure?: Error | null;
  /** What is asked before it. */
  children?: ReactNode;
  onSay: (words: string) => void;
  onClose: () => void;
}

const LEAST = 2;

/** Asks for a few words: one press for the usual ones, or typed. */
export function SayingSheet(props: SayingSheetProps) {
  const { title, sub, presets, own, most, submit, empty, off = false, busy = false, failure, children } = props;
  const [preset, setPreset] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const said = typed.trim() || preset || '';
  const ready = said.length >= LEAST && !off;
  return (
    <Sheet
      title={title}
      sub={sub}
      label={title}
      foot={
        <Button kind="primary" className="door__big" off={!ready} busy={busy} onTap={() => ready && props.onSay(said)}>
          {ready ? submit : empty}
        </Button>
      }
      onClose={props.onClose}
    >
      {failure && (
        <Notice kind="bad" icon="alert">
          {failure.message}
        </Notice>
      )}
      {children}
      <Group>
        <View className="section">
          <Choice
            label={title}
            options={presets.map((each) => ({ key: each, text: each }))}
            on={typed.trim() ? null : preset}
            onPick={(each) => {
              setPreset(each);
              setTyped('');
            }}
          />
        </View>
        <Field label={own} value={typed} maxlength={most} onChange={setTyped} />
      </Group>
    </Sheet>
  );
}
