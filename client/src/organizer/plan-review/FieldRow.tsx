import type { PlanField, PlanImport, PlanRow } from '@openday/shared/plans';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { confirming } from '@/features/plans/answers';
import { decide } from '@/features/plans/row-saver';
import { fieldOf } from '@/features/plans/row-standing';
import { Severities } from '@/features/plans/Severities';
import { classes } from '@/lib/classes';
import { PLAN_FIELD_WORDS, planning } from '@/lib/text/planning';

const { review: words } = planning;

export interface FieldProps {
  plan: PlanImport;
  row: PlanRow;
  /** Public already: only shown. */
  locked: boolean;
}

export interface FieldRowProps extends FieldProps {
  field: PlanField;
  /** What it was read as. */
  value: ReactNode;
  /** What is decided about it; below the warnings it answers. */
  children?: ReactNode;
}

/** One field: its name, the sheet's own words, what they were read as, what to decide. */
export function FieldRow({ field, plan, row, locked, value, children }: FieldRowProps) {
  const warnings = row.warnings.filter((warning) => fieldOf(warning) === field);
  return (
    <View className="f">
      <View className="f__label">{PLAN_FIELD_WORDS[field]}</View>
      <Raw text={row.raw[field]?.text} />
      <View className="f__value">
        {value}
        <Severities
          row={row}
          warnings={warnings}
          locked={locked}
          onConfirm={({ code }) => decide(plan.id, row.id, confirming(row, [code]))}
        />
        {!locked && children}
      </View>
    </View>
  );
}

/** The cell as the sheet has it; where the sheet breaks a line, a mark. */
function Raw({ text }: { text: string | undefined }) {
  const lines = (text ?? '').trim().split('\n');
  const none = text === undefined || text.trim() === '';
  return (
    <View className={classes('f__raw', !none && 'f__raw--said')}>
      <Text className="f__raw-word">{words.rawWord} </Text>
      {none
        ? text === undefined
          ? words.noColumn
          : words.empty
        : lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <Text key={index}>
              {index > 0 && <Text className="f__break">↵</Text>}
              {line}
            </Text>
          ))}
    </View>
  );
}
