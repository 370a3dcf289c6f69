import { QUESTION_KINDS } from '@openday/shared/questions';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Select } from '@/components/Select';
import { Switch } from '@/components/Switch';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { InputRow } from '@/features/desk/InputRow';
import { KIND_WORDS, setup as words } from '@/lib/text/setup';
import { conditionsFor, type QuestionDraft } from './question-list';

export interface OneQuestionProps {
  drafts: QuestionDraft[];
  place: number;
  /** Errors by field, as the server names them. */
  wrong: Record<string, string>;
  onChange: (change: Partial<QuestionDraft>) => void;
  onDrop: () => void;
}

const ALWAYS = 'always';

/** One question: what, how it is answered, and when it is asked. */
export function OneQuestion({ drafts, place, wrong, onChange, onDrop }: OneQuestionProps) {
  const draft = drafts[place];
  if (!draft) return null;
  const at = (field: string) => wrong[`questions.${place}.${field}`] ?? null;
  const conditions = conditionsFor(drafts, place, words);
  const label = `${words.question} ${place + 1}`;
  return (
    <View className="poolform">
      <View className="poolform__line">
        <View className="grow">
          <InputBox
            label={label}
            value={draft.text}
            placeholder={words.questionHint}
            onChange={(text) => onChange({ text })}
          />
        </View>
        <Act icon="close" label={words.dropQuestion} className="poolform__drop" onTap={onDrop} />
      </View>
      {at('text') && (
        <View className="field__error" role="alert">
          {at('text')}
        </View>
      )}
      <FormRow label={words.kind}>
        <Select
          label={words.kind}
          options={QUESTION_KINDS.map((kind) => ({ key: kind, text: KIND_WORDS[kind] }))}
          on={draft.kind}
          onPick={(kind) => onChange({ kind })}
        />
      </FormRow>
      {draft.kind === 'choice' && (
        <InputRow
          label={words.options}
          error={at('options')}
          long
          value={draft.options}
          placeholder={words.optionsHint}
          maxlength={400}
          onChange={(options) => onChange({ options })}
        />
      )}
      {draft.kind === 'idNumber' && (
        <InputRow
          label={words.reason}
          sub={words.idNote}
          error={at('reason')}
          value={draft.reason}
          placeholder={words.reasonHint}
          maxlength={100}
          onChange={(reason) => onChange({ reason })}
        />
      )}
      {conditions.length > 0 && (
        <FormRow label={words.showIf} error={at('showIf')}>
          <Select
            label={words.showIf}
            options={[
              { key: ALWAYS, text: words.always },
              ...conditions.map(({ key, question, answer }) => ({ key, text: words.when(question, answer) })),
            ]}
            on={draft.showIf || ALWAYS}
            onPick={(key) => onChange({ showIf: key === ALWAYS ? '' : key })}
          />
        </FormRow>
      )}
      <Switch on={draft.required} label={words.required} onChange={(required) => onChange({ required })} />
    </View>
  );
}
