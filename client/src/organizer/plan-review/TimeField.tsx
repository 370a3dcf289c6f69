import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Tag } from '@/components/Tag';
import { decide, decideAnew } from '@/features/plans/row-saver';
import { isPublic } from '@/features/plans/row-standing';
import { clocksWords, dayWords, pickOf, spanWords } from '@/features/plans/time-pick';
import { serverNow } from '@/lib/clock';
import { deciding } from '@/lib/text/deciding';
import { review } from '@/lib/text/review';
import { DatePick } from './DatePick';
import { type FieldProps, FieldRow } from './FieldRow';
import { Option } from './Option';
import { TimesPick } from './TimesPick';

const { time: words, times, steps } = deciding;

/** When: a date or several with their hours, or public without one, or not yet public at all. */
export function TimeField(props: FieldProps) {
  const { plan, row } = props;
  const act = row.decided.act ?? (row.state === 'skipped' ? 'skip' : 'publish');
  const set = (next: 'publish' | 'announce' | 'skip') => decide(plan.id, [row], { act: next }, steps[next]);
  const { window } = row.parsed;
  return (
    <FieldRow field="time" {...props} value={<ReadTime {...props} />}>
      <View role="radiogroup" aria-label={words.setDate} className="opts">
        <Option on={act === 'publish'} onPick={() => set('publish')} title={words.setDate} />
        {act === 'publish' && <When {...props} />}
        {(row.state === 'announced' || !isPublic(row)) && (
          <Option
            on={act === 'announce'}
            off={!row.announceable && act !== 'announce'}
            onPick={() => set('announce')}
            title={words.announce}
            sub={row.announceable || act === 'announce' ? words.announceSub(window?.text ?? '') : words.announceNot}
          />
        )}
        {!isPublic(row) && <Option on={act === 'skip'} onPick={() => set('skip')} title={words.skip} />}
      </View>
    </FieldRow>
  );
}

/** One date on the calendar, or the list where there are several. */
function When({ plan, row }: FieldProps) {
  const { decided, parsed } = row;
  const several = parsed.times.length > 1 || (decided.moreTimes ?? []).length > 0;
  const [adding, setAdding] = useState(false);
  if (several || adding) {
    const one = () => {
      setAdding(false);
      const { moreTimes, ...rest } = decided;
      if (moreTimes) decideAnew(plan.id, row, rest, steps.oneTime);
    };
    return (
      <View className="pick">
        <TimesPick plan={plan} row={row} />
        {parsed.times.length <= 1 && <Act onTap={one}>{times.one}</Act>}
      </View>
    );
  }
  return (
    <>
      <DatePick plan={plan} row={row} />
      <View className="pick">
        <Act icon="plus" onTap={() => setAdding(true)}>
          {words.more}
        </Act>
      </View>
    </>
  );
}

/** What the sheet's words were read as: a window stays a window. */
function ReadTime({ row }: FieldProps) {
  const { window, tentative, times: read } = row.parsed;
  const { moreTimes = [] } = row.decided;
  const { day, start, end } = pickOf(row);
  const now = serverNow();
  const count = row.decided.startsAt ? moreTimes.length + 1 : read.length;
  if (count > 1) return <View>{times.held(count)}</View>;
  const doubt = tentative && !row.decided.startsAt && <Tag kind="warn">{words.saidTentative}</Tag>;
  if (day) {
    return (
      <View>
        {[dayWords(day, now), start && clocksWords(start, end)].filter(Boolean).join(' ')} {doubt}
      </View>
    );
  }
  if (!window) return <View className="dim">{review.notRead}</View>;
  const [from, to] = spanWords(window.from, window.to, now);
  return (
    <View>
      <View className="win">{window.from === window.to ? words.tentative : words.vague(from, to)}</View> {doubt}
    </View>
  );
}
