import { View } from '@tarojs/components';
import { Select } from '@/components/Select';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { decide } from '@/features/plans/row-saver';
import { planning } from '@/lib/text/planning';
import { type FieldProps, FieldRow } from './FieldRow';

const { unit: words, review } = planning;

/** Which unit of the directory holds it. */
export function UnitField(props: FieldProps) {
  const { plan, row } = props;
  const { units } = useMyUnits();
  const id = row.decided.organizerId ?? row.parsed.organizerId;
  const known = units.find((each) => each.id === id);
  const read = row.parsed.unit;
  return (
    <FieldRow
      field="unit"
      {...props}
      value={read || known ? <View>{known?.name ?? read}</View> : <View className="dim">{review.notRead}</View>}
    >
      <View className="ctl">
        <Select
          label={words.pick}
          placeholder={words.pick}
          options={units.map((each) => ({ key: each.id, text: each.name }))}
          on={known?.id ?? null}
          onPick={(organizerId) => decide(plan.id, row.id, { organizerId })}
        />
      </View>
    </FieldRow>
  );
}
