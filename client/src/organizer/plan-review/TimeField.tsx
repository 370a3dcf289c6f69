import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { decide } from '@/features/plans/row-saver';
import { clocksWords, dayWords, pickOf, spanWords } from '@/features/plans/time-pick';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { planning } from '@/lib/text/planning';
import { DatePick } from './DatePick';
import { type FieldProps, FieldRow } from './FieldRow';

const { time: words, review } = planning;

/** When: a date and its times, or public without one, or not yet public at all. */
export function TimeField(props: FieldProps) {
  const { plan, row } = props;
  const act = row.decided.act ?? (row.state === 'skipped' ? 'skip' : 'publish');
  const set = (next: 'publish' | 'announce' | 'skip') => decide(plan.id, row.id, { act: next });
  const text = row.parsed.window?.text ?? '';
  return (
    <FieldRow field="time" {...props} value={<ReadTime {...props} />}>
      <View role="radiogroup" aria-label={words.setDate} className="opts">
        <Option on={act === 'publish'} onPick={() => set('publish')} title={words.setDate} />
        {act === 'publish' && <DatePick plan={plan} row={row} />}
        {row.state !== 'announced' && (
          <>
            <Option
              on={act === 'announce'}
              off={!row.announceable}
              onPick={() => set('announce')}
              title={words.announce}
              sub={row.announceable ? words.announceSub(text) : words.announceNot}
            />
            <Option on={act === 'skip'} onPick={() => set('skip')} title={words.skip} />
          </>
        )}
      </View>
    </FieldRow>
  );
}

/** What the sheet's words were read as: a window stays a window. */
function ReadTime({ row }: FieldProps) {
  const { window } = row.parsed;
  const { day, start, end } = pickOf(row);
  const now = serverNow();
  if (day) {
    return <View>{[dayWords(day, now), start && clocksWords(start, end)].filter(Boolean).join(' ')}</View>;
  }
  if (!window) return <View className="dim">{review.notRead}</View>;
  const [from, to] = spanWords(window.from, window.to, now);
  return <View className="win">{window.from === window.to ? words.tentative : words.vague(from, to)}</View>;
}

interface OptionProps {
  on: boolean;
  off?: boolean;
  title: string;
  sub?: string;
  onPick: () => void;
}

function Option({ on, off = false, title, sub, onPick }: OptionProps) {
  return (
    <Tap role="radio" checked={on} disabled={off} className={classes('opt', off && 'opt--off')} onTap={onPick}>
      <View className={classes('dot', on && 'dot--on')} />
      <View className="grow">
        {title}
        {sub && <View className="cell__sub">{sub}</View>}
      </View>
    </Tap>
  );
}
