import type { DateWindow } from '@openday/shared/events';
import { Select } from '@/components/Select';
import { FormRow } from '@/features/desk/FormRow';
import { serverNow } from '@/lib/clock';
import { editor } from '@/lib/text/editor';
import { windowsFrom } from './windows';

const { form: words } = editor;

/** 大概什么时候, while there is no date; what the plan's sheet said stays to choose. */
export function WindowField({ window, onPick }: { window: DateWindow; onPick: (window: DateWindow) => void }) {
  const ahead = windowsFrom(serverNow());
  const all = ahead.some(({ text }) => text === window.text) ? ahead : [window, ...ahead];
  const pick = (text: string) => {
    const chosen = all.find((each) => each.text === text);
    if (chosen) onPick(chosen);
  };
  return (
    <FormRow label={words.window} sub={words.windowSub}>
      <Select
        label={words.window}
        options={all.map(({ text }) => ({ key: text, text }))}
        on={window.text}
        onPick={pick}
      />
    </FormRow>
  );
}
