import type { Closing } from '@openday/shared/closing';
import { dayText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { Group } from '@/components/Group';
import { InputBox } from '@/features/desk/InputBox';
import { serverNow } from '@/lib/clock';
import { closingReport as words } from '@/lib/text/closing-report';
import type { Report } from './useReport';
import { useTyped } from './useTyped';

const MOST = 200;

/** What residents will read, or read now. */
export function Preview({ closing, report }: { closing: Closing; report: Report }) {
  const { told, preview, line, gaps, remindsAt } = closing;
  const off = closing.state === 'published';
  const [typed, type] = useTyped(line, report.typing, (text) => report.change({ line: text }));
  const remind = remindsAt ? words.remind(dayText(remindsAt, serverNow()).split(' ')[0] ?? '') : '';
  return (
    <>
      <Group head={off ? words.saw : words.willSee}>
        <View className="report__told">{off ? told : preview}</View>
        {off && line && <View className="report__told">{line}</View>}
        {!off && (
          <View className="report__line">
            <InputBox
              long
              label={words.line}
              value={typed}
              placeholder={`${words.line}，${words.lineHint}`}
              maxlength={MOST}
              onChange={type}
            />
          </View>
        )}
      </Group>
      {!off && <View className="after">{`${words.after(gaps.length)}${remind}`}</View>}
    </>
  );
}
