import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { FormSheet } from '@/components/FormSheet';
import { Group } from '@/components/Group';
import { SayBox } from '@/features/suggestions/SayBox';
import { useDraft } from '@/features/suggestions/useDraft';
import { useSaying } from '@/features/suggestions/useSuggestion';
import { say } from '@/lib/say';
import { voice } from '@/lib/text/voice';

const { progress: words } = voice;
const MOST = 300;

/** 再补充一句 */
export function AddSheet({ id, onClose }: { id: Id; onClose: () => void }) {
  const { draft, change, sent } = useDraft(`add:${id}`, { text: '' });
  const { add } = useSaying(id);
  const text = draft.text.trim();
  const send = () =>
    add.mutate(text, {
      onSuccess: () => {
        sent();
        say(words.added2);
        onClose();
      },
    });
  return (
    <FormSheet
      title={words.add}
      sub={words.addSub}
      submit={text.length < 2 ? voice.suggest.short : words.addDo}
      ready={text.length >= 2}
      busy={add.isPending}
      failure={add.error && new Error(`${add.error.message}${voice.kept}`)}
      onSubmit={send}
      onClose={onClose}
    >
      <Group>
        <View className="section">
          <SayBox label={words.add} value={draft.text} most={MOST} onChange={(typed) => change({ text: typed })} />
        </View>
      </Group>
    </FormSheet>
  );
}
