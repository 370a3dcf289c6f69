import type { Organizer } from '@openday/shared/places';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Select } from '@/components/Select';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { useNewUnit } from '@/features/organizers/useNewUnit';
import { likelyUnits, parentOf } from '@/features/plans/likely';
import { decide } from '@/features/plans/row-saver';
import { ask } from '@/lib/ask';
import { sayFailure } from '@/lib/say';
import { deciding } from '@/lib/text/deciding';
import { review } from '@/lib/text/review';
import { type FieldProps, FieldRow } from './FieldRow';

const { unit: words, steps } = deciding;

/** Which unit of the directory holds it: likely ones are proposed, none is taken by itself. */
export function UnitField(props: FieldProps) {
  const { plan, row } = props;
  const { units } = useMyUnits();
  const id = row.decided.organizerId ?? row.parsed.organizerId;
  const known = units.find((each) => each.id === id);
  const read = row.parsed.unit;
  const take = (organizerId: string) => decide(plan.id, [row], { organizerId }, steps.unit);
  return (
    <FieldRow
      field="unit"
      {...props}
      value={read || known ? <View>{known?.name ?? read}</View> : <View className="dim">{review.notRead}</View>}
    >
      {!known && read && <Proposals read={read} units={units} onTake={take} />}
      <View className="ctl">
        <Select
          label={words.pick}
          placeholder={words.pick}
          options={units.map((each) => ({ key: each.id, text: each.name }))}
          on={known?.id ?? null}
          onPick={take}
        />
      </View>
    </FieldRow>
  );
}

/** The units it may be, and a new one. */
function Proposals(props: { read: string; units: Organizer[]; onTake: (id: string) => void }) {
  const { read, units, onTake } = props;
  const make = useNewUnit();
  const parent = parentOf(read, units);
  const create = async () => {
    if (!parent) return;
    const sure = await ask({
      title: words.make(read),
      content: words.makeAsk(read, parent.name),
      yes: words.makeYes,
      no: words.makeNo,
    });
    if (sure) await make(read, parent.id).then(({ id }) => onTake(id), sayFailure);
  };
  return (
    <View className="proposals">
      {likelyUnits(read, units).map(({ id, name }) => (
        <Act key={id} pill="edge" className="proposals__one" onTap={() => onTake(id)}>
          {words.is(name)}
        </Act>
      ))}
      {parent && (
        <Act icon="plus" className="proposals__one" onTap={() => void create()}>
          {words.make(read)}
        </Act>
      )}
    </View>
  );
}
