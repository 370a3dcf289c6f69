import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { InputRow } from '@/features/desk/InputRow';
import { editor } from '@/lib/text/editor';

const { form: words } = editor;

export interface AffectsProps {
  lines: string[];
  busy: boolean;
  /** Those told may be told why. */
  asksWhy?: boolean;
  onYes: (reason: string) => void;
  onNo: () => void;
}

/** Whom a change is told to, before it is done. */
export function Affects({ lines, busy, asksWhy = false, onYes, onNo }: AffectsProps) {
  const [reason, setReason] = useState('');
  return (
    <View className="affects" role="alert">
      <View className="strong">{words.sure}</View>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      {asksWhy && (
        <InputRow label={words.why} value={reason} placeholder={words.whyHint} maxlength={100} onChange={setReason} />
      )}
      <Button kind="primary" busy={busy} onTap={() => onYes(reason.trim().length >= 2 ? reason.trim() : '')}>
        {words.sureYes}
      </Button>
      <Button kind="plain" onTap={onNo}>
        {words.sureNo}
      </Button>
    </View>
  );
}
