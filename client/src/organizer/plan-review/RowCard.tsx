import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanImport } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { type ComponentType, useMemo, useState } from 'react';
import { fieldsInOrder, isCancelled } from '@/features/plans/row-standing';
import { review as words } from '@/lib/text/review';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { Changes } from './Changes';
import type { FieldProps } from './FieldRow';
import { HeadcountField } from './HeadcountField';
import { AudienceField, ContactField, FormField, NoteField } from './ReadFields';
import { ContentField, ThemeField } from './TextFields';
import { TimeField } from './TimeField';
import { UnitField } from './UnitField';
import type { Review } from './useReview';
import { VenueField } from './VenueField';

const FIELDS: Record<Exclude<PlanField, 'no'>, ComponentType<FieldProps>> = {
  time: TimeField,
  venue: VenueField,
  headcount: HeadcountField,
  unit: UnitField,
  theme: ThemeField,
  contact: ContactField,
  form: FormField,
  audience: AudienceField,
  content: ContentField,
  note: NoteField,
};

/** One row of the sheet: field by field, what stands there beside what it was read as. */
export function RowCard({ plan, review }: { plan: PlanImport; review: Review }) {
  const { row } = review;
  const [editing, setEditing] = useState(row.outdated);
  const locked = isCancelled(row) || (row.state === 'published' && !editing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is made once a row, so that nothing moves under the clerk's hand
  const fields = useMemo(() => fieldsInOrder(row), [row.id]);
  return (
    <View className="group card">
      <CardHead plan={plan} row={row} locked={locked} onEdit={() => setEditing(true)} />
      <Changes row={row} />
      <View className="f f--head">
        <View className="f__label">{words.columns.field}</View>
        <View className="f__raw">{words.columns.raw}</View>
        <View className="f__value">{words.columns.value}</View>
      </View>
      {fields.map((field) => {
        if (field === 'no') return null;
        const FieldOf = FIELDS[field];
        return <FieldOf key={field} plan={plan} row={row} locked={locked} />;
      })}
      <CardFoot review={review} />
    </View>
  );
}
