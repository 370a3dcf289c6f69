import { FORMS, type Form } from '@openday/shared/forms';
import { View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { decide } from '@/features/plans/row-saver';
import { deciding } from '@/lib/text/deciding';
import { FORM_WORDS } from '@/lib/text/everyone';
import { review } from '@/lib/text/review';
import { type FieldProps, FieldRow } from './FieldRow';

/** Who answers for it, and on what number. */
export function ContactField(props: FieldProps) {
  const { contacts } = props.row.parsed;
  const value = contacts.map(({ name, phones }) => [name, ...phones].filter(Boolean).join(' · '));
  return (
    <FieldRow
      field="contact"
      {...props}
      value={
        value.length > 0 ? (
          value.map((line) => <View key={line}>{line}</View>)
        ) : (
          <View className="dim">{review.notRead}</View>
        )
      }
    />
  );
}

/** How it is held: one to three of the seven. */
export function FormField(props: FieldProps) {
  const { plan, row, locked } = props;
  const forms = row.decided.forms ?? row.parsed.forms;
  const toggle = (form: Form) =>
    decide(
      plan.id,
      [row],
      { forms: forms.includes(form) ? forms.filter((each) => each !== form) : [...forms, form] },
      deciding.steps.forms,
    );
  const read = forms.map((form) => FORM_WORDS[form]).join('、');
  return (
    <FieldRow
      field="form"
      {...props}
      value={
        locked || forms.length === 0 ? <View className={read ? '' : 'dim'}>{read || deciding.form.none}</View> : null
      }
    >
      <View className="chips">
        {FORMS.map((form) => (
          <Chip key={form} on={forms.includes(form)} onTap={() => toggle(form)}>
            {FORM_WORDS[form]}
          </Chip>
        ))}
      </View>
    </FieldRow>
  );
}

/** Who may come, as the sheet says it. */
export function AudienceField(props: FieldProps) {
  const { audience } = props.row.parsed;
  return (
    <FieldRow
      field="audience"
      {...props}
      said={audience}
      value={<View className={audience ? '' : 'dim'}>{audience ?? deciding.audience.all}</View>}
    />
  );
}

/** What else the sheet says; nothing is decided about it. */
export function NoteField(props: FieldProps) {
  const { note } = props.row.parsed;
  if (!note && !props.row.raw.note) return null;
  return (
    <FieldRow field="note" {...props} value={<View className={note ? '' : 'dim'}>{note ?? review.notRead}</View>} />
  );
}
