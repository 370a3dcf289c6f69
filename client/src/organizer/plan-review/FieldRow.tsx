import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanImport, PlanRow, RawCell } from '@openday/shared/plans';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { confirming } from '@/features/plans/answers';
import { decide } from '@/features/plans/row-saver';
import { fieldOf, withoutEchoes } from '@/features/plans/row-standing';
import { Severities } from '@/features/plans/Severities';
import { useNames } from '@/features/plans/useNames';
import { classes } from '@/lib/classes';
import { deciding } from '@/lib/text/deciding';
import { PLAN_FIELD_WORDS, review as words } from '@/lib/text/review';

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
  /** The content's own words, where the field has no cell and was read from there. */
  said?: string | null;
  /** What is decided about it; below the warnings it answers. */
  children?: ReactNode;
}

/** One field: its name, the sheet's own words and where they stand, what they were read as, what to decide. */
export function FieldRow({ field, plan, row, locked, value, said, children }: FieldRowProps) {
  const names = useNames(row);
  const warnings = withoutEchoes(row.warnings).filter((warning) => fieldOf(warning) === field);
  return (
    <View className="f" id={`field-${field}`}>
      <View className="f__label">{PLAN_FIELD_WORDS[field]}</View>
      <Raw cell={row.raw[field]} said={said} />
      <View className="f__value">
        {value}
        <Severities
          row={row}
          warnings={warnings}
          names={names}
          locked={locked}
          onConfirm={({ code }) => decide(plan.id, [row], confirming(row, [code]), deciding.steps.seen)}
        />
        {!locked && children}
      </View>
    </View>
  );
}

/** The cell as the sheet has it; where the sheet breaks a line, a mark. */
function Raw({ cell, said }: { cell: RawCell | undefined; said: string | null | undefined }) {
  const text = cell?.text.trim() ?? '';
  return (
    <View className={classes('f__raw', text !== '' && 'f__raw--said')}>
      <Text className="f__raw-word">{words.rawWord} </Text>
      {text === ''
        ? cell
          ? words.empty
          : words.noColumn
        : text.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <Text key={index}>
              {index > 0 && <Text className="f__break">↵</Text>}
              {line}
            </Text>
          ))}
      {text === '' && said && <View>{`${words.fromContent}“${said}”`}</View>}
      {cell?.where && <View className="f__where">{cell.where}</View>}
    </View>
  );
}
