import type { PlanDecision } from '@openday/shared/plans';
import { Textarea, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { useDraft } from '@/features/plans/drafts';
import { decide } from '@/features/plans/row-saver';
import { deciding } from '@/lib/text/deciding';
import { PLAN_FIELD_WORDS, review as words } from '@/lib/text/review';
import { areaName } from '@/platform/weapp-only';
import { type FieldProps, FieldRow } from './FieldRow';

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

/** Words that can be put right: kept on this machine while they are typed, decided by leaving the field. */
function TextField({ field, least, most, ...props }: TextFieldProps) {
  const { plan, row, locked } = props;
  const now = row.decided[field] ?? row.parsed[field] ?? '';
  const [draft, setDraft] = useDraft(row.id, field);
  const text = draft?.trim() ?? '';
  const bad = draft !== null && text.length < least;
  const done = () => {
    if (draft === null || bad) return;
    const decision: PlanDecision = field === 'theme' ? { theme: text } : { content: text };
    if (text !== now) decide(plan.id, [row], decision, deciding.steps[field]);
    setDraft(null);
  };
  const shown = (
    <View className="row row--top">
      <View className={now ? 'grow words' : 'grow dim'}>{now || words.notRead}</View>
      {!locked && (
        <Act icon="pencil" className="words__edit" onTap={() => setDraft(now)}>
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
        {...areaName(PLAN_FIELD_WORDS[field])}
        onInput={(event) => setDraft(event.detail.value)}
        onBlur={done}
      />
      {bad && (
        <View className="field__error" role="alert">
          {words.tooShort(least)}
        </View>
      )}
      <View className="words__acts">
        <Act disabled={bad} onTap={done}>
          {words.keep}
        </Act>
        <View className="dim small">{words.draft}</View>
      </View>
    </View>
  );
  return <FieldRow {...props} field={field} value={draft === null || locked ? shown : typing} />;
}
