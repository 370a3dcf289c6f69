import { View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import type { PaperDraft } from '@/lib/stored';
import { paper } from '@/lib/text/paper';
import { typedCount } from './paper-facts';

const { entry: words } = paper;

/** The paper's two sums: who walked in, and how many were counted, with why. */
export function SumFields({ draft, onChange }: { draft: PaperDraft; onChange: (part: Partial<PaperDraft>) => void }) {
  const { walkIns, hand, why } = draft;
  return (
    <Group>
      <Field
        id="walk-ins"
        label={words.walkIns}
        type="number"
        value={walkIns}
        maxlength={4}
        onChange={(next) => onChange({ walkIns: next })}
      />
      <Field
        id="hand"
        label={words.hand}
        type="number"
        placeholder={words.handHint}
        value={hand}
        maxlength={5}
        onChange={(next) => onChange({ hand: next })}
      />
      {typedCount(hand) !== null && (
        <View className="section">
          <View>{words.why}</View>
          <Choice
            label={words.why}
            options={words.presets.map((each) => ({ key: each, text: each }))}
            on={why}
            onPick={(next) => onChange({ why: next })}
          />
        </View>
      )}
    </Group>
  );
}
