import type { Mode } from '@openday/shared/events';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { decide } from '@/features/plans/row-saver';
import { plannedWords } from '@/features/reports/five-words';
import { desk } from '@/lib/text/desk';
import { planning } from '@/lib/text/planning';
import { type FieldProps, FieldRow } from './FieldRow';

const { headcount: words, review } = planning;
const MODES = ['firstCome', 'none', 'invited'] as const satisfies Mode[];

/** How many are planned, how many seats there are, and who may take them. */
export function HeadcountField(props: FieldProps) {
  const { plan, row } = props;
  const planned = row.parsed.headcount;
  const mode = row.decided.mode ?? 'firstCome';
  const on = MODES.find((each) => each === mode) ?? null;
  const capacity = row.decided.capacity ?? planned?.max;
  const said = props.locked && (mode === 'firstCome' ? words.had(capacity ?? 0) : on && words.modes[on]);
  const value = planned ? (
    <View>{[words.plan(desk.five.people(plannedWords(planned))), said].filter(Boolean).join(' · ')}</View>
  ) : (
    <View className="dim">{review.notRead}</View>
  );
  return (
    <FieldRow field="headcount" {...props} value={value}>
      <View className="ctl">
        <View className="ctl__label">{words.mode}</View>
        <Choice
          label={words.mode}
          options={MODES.map((key) => ({ key, text: words.modes[key] }))}
          on={on}
          onPick={(next) => decide(plan.id, row.id, { mode: next })}
        />
      </View>
      {mode === 'firstCome' && <Seats {...props} />}
    </FieldRow>
  );
}

function Seats({ plan, row }: FieldProps) {
  const [text, setText] = useState(row.decided.capacity ? String(row.decided.capacity) : '');
  const [bad, setBad] = useState(false);
  const byPlan = row.parsed.headcount?.max ?? null;
  const change = (typed: string) => {
    setText(typed);
    const n = Number(typed);
    const good = Number.isInteger(n) && n >= 1 && n <= 100_000;
    setBad(typed !== '' && !good);
    if (good) decide(plan.id, row.id, { capacity: n });
  };
  return (
    <View className="ctl">
      <View className="ctl__label">{words.seats}</View>
      <Input
        className="inp inp--number"
        type="number"
        maxlength={6}
        value={text}
        placeholder={byPlan === null ? '' : words.byPlan(byPlan)}
        placeholderClass="field__hint"
        aria-label={words.seats}
        onInput={(event) => change(event.detail.value)}
      />
      {bad && (
        <View className="field__error" role="alert">
          {words.bad}
        </View>
      )}
    </View>
  );
}
