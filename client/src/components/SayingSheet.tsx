import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { everyone } from '@/lib/text/everyone';
import { Choice } from './Choice';
import { Field } from './Field';
import { FormSheet } from './FormSheet';
import { Group } from './Group';

export interface SayingSheetProps {
  title: string;
  sub?: string;
  /** What is often said; one press. */
  presets: readonly string[];
  /** The field for words of one's own. */
  own: string;
  /** Most characters; few are typed in one line. */
  most?: number;
  submit: string;
  /** On the button while nothing is said; a reason is wanted unless told otherwise. */
  empty?: string;
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
const ONE_LINE = 20;

/** Asks for a few words, a name or why: one press for the usual ones, or typed. */
export function SayingSheet(props: SayingSheetProps) {
  const { title, sub, presets, own, most = 100, submit, empty = everyone.sayWhy, off = false, busy, failure } = props;
  const [preset, setPreset] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const said = typed.trim() || preset || '';
  const ready = said.length >= LEAST && !off;
  return (
    <FormSheet
      title={title}
      sub={sub}
      submit={ready ? submit : empty}
      ready={ready}
      busy={busy}
      failure={failure}
      onSubmit={() => props.onSay(said)}
      onClose={props.onClose}
    >
      {props.children}
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
        <Field label={own} value={typed} long={most > ONE_LINE} maxlength={most} onChange={setTyped} />
      </Group>
    </FormSheet>
  );
}
