import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { deciding } from '@/lib/text/deciding';
import { HINT } from '@/platform/weapp-only';

const { headcount: words } = deciding;
const MOST = 100_000;

export interface NumberInputProps {
  label: string;
  value: number | null;
  hint?: string;
  least?: number;
  /** Called with every number that will do, as it is typed. */
  onDone: (value: number) => void;
}

/** A number of seats. */
export function NumberInput({ label, value, hint = '', least = 1, onDone }: NumberInputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const isGood = (typed: string) =>
    typed !== '' && Number.isInteger(Number(typed)) && Number(typed) >= least && Number(typed) <= MOST;
  // Taken back or decided for several at once: what stands here follows.
  useEffect(() => setText(value === null ? '' : String(value)), [value]);
  const type = (typed: string) => {
    setText(typed);
    if (isGood(typed) && Number(typed) !== value) onDone(Number(typed));
  };
  return (
    <View>
      <Input
        className="inp inp--number"
        type="number"
        maxlength={6}
        value={text}
        placeholder={hint}
        {...HINT}
        aria-label={label}
        onInput={(event) => type(event.detail.value)}
      />
      {text !== '' && !isGood(text) && (
        <View className="field__error" role="alert">
          {words.bad}
        </View>
      )}
    </View>
  );
}
