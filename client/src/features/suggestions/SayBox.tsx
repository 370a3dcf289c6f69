import { Textarea, View } from '@tarojs/components';
import { voice } from '@/lib/text/voice';
import { areaName, HINT } from '@/platform/weapp-only';
import './say-box.scss';

export interface SayBoxProps {
  /** For a screen reader; the heading stands above. */
  label: string;
  value: string;
  most: number;
  hint?: string;
  onChange: (value: string) => void;
}

/** A few lines to write, with how many characters there are. */
export function SayBox({ label, value, most, hint, onChange }: SayBoxProps) {
  const count = [...value].length;
  return (
    <View className="saybox">
      <Textarea
        className="field__area"
        value={value}
        placeholder={hint}
        {...HINT}
        maxlength={most}
        autoHeight={false}
        onInput={(event) => onChange(event.detail.value)}
        {...areaName(label)}
      />
      <View className="saybox__count" aria-label={voice.countLabel(count, most)}>
        {voice.count(count, most)}
      </View>
    </View>
  );
}
