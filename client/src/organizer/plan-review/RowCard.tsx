import type { PlanField, PlanImport, PlanRow } from '@openday/shared/plans';
import { Text, View } from '@tarojs/components';
import { type ComponentType, useMemo } from 'react';
import { Act } from '@/components/Act';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { mayWait } from '@/features/plans/answers';
import { fieldsInOrder, openWarnings, standingOf } from '@/features/plans/row-standing';
import { open, routes } from '@/lib/routes';
import { planning } from '@/lib/text/planning';
import type { FieldProps } from './FieldRow';
import { HeadcountField } from './HeadcountField';
import { AudienceField, ContactField, FormField } from './ReadFields';
import { ContentField, ThemeField } from './TextFields';
import { TimeField } from './TimeField';
import { UnitField } from './UnitField';
import type { Review } from './useReview';
import { VenueField } from './VenueField';

const { review: words } = planning;

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
};

/** One row of the sheet: field by field, what stands there beside what it was read as. */
export function RowCard({ plan, review }: { plan: PlanImport; review: Review }) {
  const { row } = review;
  const locked = row.state === 'published';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is made once a row, so that nothing moves under the clerk's hand
  const fields = useMemo(() => fieldsInOrder(row), [row.id]);
  return (
    <View className="group card">
      <Head plan={plan} row={row} />
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
      <Foot review={review} />
    </View>
  );
}

function Head({ plan, row }: { plan: PlanImport; row: PlanRow }) {
  const still = (severity: 'block' | 'confirm') =>
    openWarnings(row, severity).filter(({ code }) => !mayWait(code, row.decided)).length;
  const where = row.raw.theme?.where ?? row.raw.time?.where;
  const isPublic = standingOf(row) === 'public';
  const blocks = isPublic ? 0 : still('block');
  const asks = isPublic ? 0 : still('confirm');
  const { eventId } = row;
  return (
    <>
      <View className="card__head">
        <View className="grow">
          <View className="card__where">
            {[words.of(row.index, plan.items.length), where].filter(Boolean).join(' · ')}
          </View>
          <View className="card__title">{row.decided.theme ?? row.parsed.theme ?? words.notRead}</View>
        </View>
        <View className="card__tags">
          {blocks > 0 && <Tag kind="bad">{`${words.standing.block} ${blocks}`}</Tag>}
          {asks > 0 && <Tag kind="warn">{`${words.standing.ask} ${asks}`}</Tag>}
          {isPublic && <Tag kind="ok">{words.standing.public}</Tag>}
        </View>
      </View>
      {isPublic && (
        <View className="card__public">
          <Notice
            kind="ok"
            icon="check"
            act={eventId ? { text: words.seeEvent, onTap: () => open(routes.event(eventId)) } : undefined}
          >
            {row.state === 'announced' ? words.announcedRow : words.publicRow}
          </Notice>
        </View>
      )}
    </>
  );
}

/** On a wide screen at the card's foot with the keys; on a phone a bar. */
function Foot({ review }: { review: Review }) {
  const { row, rows, here, step, settle } = review;
  const asks = standingOf(row) === 'ask' ? openWarnings(row, 'confirm').length : 0;
  const left = rows.some((each) => each.id !== row.id && ['block', 'ask'].includes(standingOf(each)));
  const last = here === rows.length - 1;
  const onward = left ? words.next : last ? words.done : words.nextRow;
  const go = asks > 0 ? words.confirmNext(asks) : onward;
  return (
    <>
      <View className="card__foot wide-only">
        <View className="hotkeys">
          {(['j', 'k', 'n', 'x'] as const).map((key) => (
            <View key={key} className="hotkeys__one">
              <Text className="hotkeys__cap">{key.toUpperCase()}</Text>
              {words.keys[key]}
            </View>
          ))}
        </View>
        <Button kind="primary" onTap={settle}>
          {`${go} ↵`}
        </Button>
      </View>
      <View className="narrow-only">
        <BottomBar>
          <Act className="card__prev" disabled={here === 0} onTap={() => step(-1)}>
            {words.prev}
          </Act>
          <Button kind="primary" onTap={settle}>
            {go}
          </Button>
        </BottomBar>
      </View>
    </>
  );
}
