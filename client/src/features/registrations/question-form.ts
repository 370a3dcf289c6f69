import { answerProblems, shownQuestions } from '@openday/shared/answers';
import type { Question } from '@openday/shared/questions';
import type { Answer } from '@openday/shared/registrations';

/** The questions that are asked, given what was answered so far; in order. */
export function asked(questions: Question[], answers: Record<string, string>): Question[] {
  return shownQuestions(questions, given(answers));
}

/** What is answered, without what is not asked any more. */
export function answersOf(questions: Question[], answers: Record<string, string>): Answer[] {
  const shown = asked(questions, answers);
  return shown.flatMap(({ id, kind }) => {
    const value = answers[id]?.trim();
    return value ? [{ question: id, value: kind === 'idNumber' ? value.toUpperCase() : value }] : [];
  });
}

/** What is wrong with the answers, by question, in words. */
export function missingAnswers(questions: Question[], answers: Record<string, string>): Record<string, string> {
  const problems = answerProblems(questions, answersOf(questions, answers));
  return Object.fromEntries(problems.map(({ field, message }) => [field.slice('answers.'.length), message]));
}

function given(answers: Record<string, string>): Answer[] {
  return Object.entries(answers).flatMap(([question, value]) => (value.trim() ? [{ question, value }] : []));
}
