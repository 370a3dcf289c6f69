import type { Mode } from '@openday/shared/sessions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Choice } from '@/components/Choice';
import { decide } from '@/features/plans/row-saver';
import { seatsOf, seatsWords } from '@/features/plans/settled';
import { useNames } from '@/features/plans/useNames';
import { plannedWords } from '@/features/reports/five-words';
import { deciding } from '@/lib/text/deciding';
import { desk } from '@/lib/text/desk';
import { review } from '@/lib/text/review';
import { DeadlineField } from './DeadlineField';
import { type FieldProps, FieldRow } from './FieldRow';
import { NumberInput } from './NumberInput';
import { Pools } from './Pools';

const { headcount: words, steps } = deciding;
const MODES = ['firstCome', 'approval', 'none', 'invited'] as const satisfies Mode[];

/** How many are planned, how many seats there are, who may take them and until when. */
export function HeadcountField(props: FieldProps) {
  const { plan, row, locked } = props;
  const planned = row.parsed.headcount;
  const mode = row.decided.mode ?? 'firstCome';
  const counted = mode === 'firstCome' || mode === 'approval';
  const { holds } = useNames(row);
  const tooMany = holds !== null && (seatsOf(row) ?? 0) > holds;
  const [splitting, setSplitting] = useState(false);
  const pools = row.decided.quotas !== undefined || splitting || row.parsed.groups.length > 0;
  return (
    <FieldRow field="headcount" {...props} value={<Read {...props} />} said={planned?.text}>
      <View className="ctl">
        <View className="ctl__label">{words.mode}</View>
        <Choice
          label={words.mode}
          options={MODES.map((key) => ({ key, text: words.modes[key] }))}
          on={MODES.find((each) => each === mode) ?? null}
          onPick={(next) => decide(plan.id, [row], { mode: next }, steps.mode)}
        />
      </View>
      {counted && !pools && <Seats {...props} onSplit={() => setSplitting(true)} />}
      {counted && pools && <Pools plan={plan} row={row} onOne={() => setSplitting(false)} />}
      {tooMany && <View className="field__error">{words.tooMany(holds)}</View>}
      {counted && !locked && <DeadlineField plan={plan} row={row} />}
    </FieldRow>
  );
}

/** How many the sheet plans; of a row that is public, what stands beside it. */
function Read({ row, locked }: FieldProps) {
  const planned = row.parsed.headcount;
  if (!planned) return <View className="dim">{review.notRead}</View>;
  const had = locked && seatsWords(row);
  return <View>{[words.plan(desk.five.people(plannedWords(planned))), had].filter(Boolean).join(' · ')}</View>;
}

function Seats({ plan, row, onSplit }: FieldProps & { onSplit: () => void }) {
  const byPlan = row.parsed.headcount?.max ?? null;
  return (
    <View className="ctl">
      <View className="ctl__label">{words.seats}</View>
      <View className="row">
        <NumberInput
          label={words.seats}
          value={row.decided.capacity ?? null}
          hint={byPlan === null ? '' : words.byPlan(byPlan)}
          onDone={(capacity) => decide(plan.id, [row], { capacity }, steps.seats)}
        />
        <Act className="ctl__side" onTap={onSplit}>
          {words.split}
        </Act>
      </View>
    </View>
  );
}
