import type { Question } from '@openday/shared/questions';
import { Text, View } from '@tarojs/components';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { registerForm as words } from '@/lib/text/register-form';
import { registering } from '@/lib/text/registering';
import type { Missing } from './missing';
import { asked } from './question-form';

const { yes, no } = registering.form;

export interface QuestionFieldsProps {
  questions: Question[];
  answers: Record<string, string>;
  missing: Missing;
  onChange: (answers: Record<string, string>) => void;
}

/** What the unit asks; a question that depends on another rises when that is answered so. */
export function QuestionFields({ questions, answers, missing, onChange }: QuestionFieldsProps) {
  const shown = asked(questions, answers);
  if (shown.length === 0) return null;
  return (
    <Group>
      {shown.map((question) => (
        <View key={question.id} id={`at-answer-${question.id}`} className="question">
          <OneQuestion
            question={question}
            value={answers[question.id] ?? ''}
            error={missing[`answer-${question.id}`]}
            onAnswer={(value) => onChange({ ...answers, [question.id]: value })}
          />
        </View>
      ))}
    </Group>
  );
}

interface OneQuestionProps {
  question: Question;
  value: string;
  error: string | undefined;
  onAnswer: (value: string) => void;
}

function OneQuestion({ question, value, error, onAnswer }: OneQuestionProps) {
  const { text, kind, required, reason } = question;
  const options = optionsOf(question);
  if (options) {
    return (
      <View className="section">
        <View>
          {text}
          {!required && <Text className="question__free">{words.optional}</Text>}
        </View>
        <Choice
          label={text}
          options={options}
          on={value === '' ? null : value}
          // A free answer can be taken back by pressing it again.
          onPick={(key) => onAnswer(!required && key === value ? '' : key)}
        />
        {error && (
          <View className="field__error" role="alert">
            {error}
          </View>
        )}
      </View>
    );
  }
  const type = kind === 'number' ? 'number' : kind === 'idNumber' ? 'idcard' : 'text';
  return (
    <>
      <Field
        label={text}
        value={value}
        placeholder={required ? (kind === 'number' ? words.number : undefined) : words.optional}
        type={type}
        long={kind === 'text'}
        maxlength={kind === 'idNumber' ? 18 : 200}
        error={error}
        onChange={onAnswer}
      />
      {kind === 'idNumber' && (
        <View className="question__why">
          {reason && <View>{reason}</View>}
          <View>{words.idKept}</View>
        </View>
      )}
    </>
  );
}

function optionsOf({ kind, options = [] }: Question): { key: string; text: string }[] | null {
  if (kind === 'choice') return options.map((option) => ({ key: option, text: option }));
  if (kind !== 'yesNo') return null;
  return [
    { key: 'yes', text: yes },
    { key: 'no', text: no },
  ];
}
