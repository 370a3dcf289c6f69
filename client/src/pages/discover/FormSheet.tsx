import { FORMS, type Form } from '@openday/shared/forms';
import { View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { Sheet } from '@/components/Sheet';
import { FORM_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';

const { discover: words } = resident;

export interface FormSheetProps {
  on: Form | null;
  onPick: (form: Form | null) => void;
  onClose: () => void;
}

/** One kind of activity, or all: chosen by pressing it. */
export function FormSheet({ on, onPick, onClose }: FormSheetProps) {
  const options = [
    { key: 'any' as const, text: words.anyForm },
    ...FORMS.map((form) => ({ key: form, text: FORM_WORDS[form] })),
  ];
  return (
    <Sheet title={words.formTitle} label={words.formTitle} onClose={onClose}>
      <Group>
        <View className="section">
          <Choice
            label={words.formTitle}
            options={options}
            on={on ?? 'any'}
            onPick={(key) => {
              onPick(key === 'any' ? null : key);
              onClose();
            }}
          />
        </View>
      </Group>
    </Sheet>
  );
}
