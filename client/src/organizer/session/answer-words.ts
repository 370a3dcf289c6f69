import type { Question } from '@openday/shared/questions';
import { registering } from '@/lib/text/registering';

export function answerWords(questions: Question[], id: string, value: string): string {
  const question = questions.find((each) => each.id === id);
  const yesNo = value === 'yes' ? registering.form.yes : registering.form.no;
  return `${question?.text ?? id}：${question?.kind === 'yesNo' ? yesNo : value}`;
}
