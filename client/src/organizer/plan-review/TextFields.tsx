import type { PlanDecision } from '@openday/shared/plans';
import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { decide } from '@/features/plans/row-saver';
import { PLAN_FIELD_WORDS, planning } from '@/lib/text/planning';
import { type FieldProps, FieldRow } from './FieldRow';

const { review: words } = planning;

/** What it is called: 2 to 100 characters. */
export function ThemeField(props: FieldProps) {
  return <TextField {...props} field="theme" least={2} most={100} />;
}

/** What happens there. */
export function ContentField(props: FieldProps) {
  return <TextField {...props} field="content" least={0} most={4000} />;
}

interface TextFieldProps extends FieldProps {
  field: 'theme' | 'content';
  least: number;
  most: number;
}

/** Words that can be put right; each change is saved as it is typed. */
function TextField({ field, least, most, ...props }: TextFieldProps) {
  const { plan, row, locked } = props;
  const now = row.decided[field] ?? row.parsed[field];
  const [draft, setDraft] = useState<string | null>(null);
  const change = (typed: string) => {
    setDraft(typed);
    const text = typed.trim();
    const decision: PlanDecision = field === 'theme' ? { theme: text } : { content: text };
    if (text.length >= least) decide(plan.id, row.id, decision);
  };
  const shown = (
    <View className="row row--top">
      <View className="grow words">{now || words.notRead}</View>
      {!locked && (
        <Act icon="pencil" className="words__edit" onTap={() => setDraft(now ?? '')}>
          {words.edit}
        </Act>
      )}
    </View>
  );
  const typing = (
    <View>
      <Textarea
        className="inp inp--area"
        value={draft ?? ''}
        maxlength={most}
        autoHeight
        aria-label={PLAN_FIELD_WORDS[field]}
        onInput={(event) => change(event.detail.value)}
      />
      <Act onTap={() => setDraft(null)}>{words.keep}</Act>
    </View>
  );
  return <FieldRow {...props} field={field} value={draft === null ? shown : typing} />;
}
