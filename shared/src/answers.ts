import type { Question } from './questions';
import type { Answer } from './registrations';
import type { ErrorDetail } from './wire';

/** 报名问题: what a unit may ask and what counts as an answer; the same at both ends. */

/** The questions a party is asked, given its answers so far. */
export function shownQuestions(questions: Question[], answers: Answer[]): Question[] {
  const shown: Question[] = [];
  for (const question of questions) {
    const { showIf } = question;
    const asked =
      !showIf ||
      (shown.some(({ id }) => id === showIf.question) && answerTo(answers, showIf.question) === showIf.equals);
    if (asked) shown.push(question);
  }
  return shown;
}

/** What is wrong with answers, by question (`answers.ID`); empty = nothing. */
export function answerProblems(questions: Question[], answers: Answer[]): ErrorDetail[] {
  const shown = shownQuestions(questions, answers);
  const problems: ErrorDetail[] = [];
  const say = (question: string, message: string) => problems.push({ field: `answers.${question}`, message });
  const seen = new Set<string>();
  for (const { question } of answers) {
    if (seen.has(question)) say(question, '同一个问题答了两次');
    else if (!shown.some(({ id }) => id === question)) say(question, '没有问这个问题');
    seen.add(question);
  }
  for (const question of shown) {
    const value = answerTo(answers, question.id);
    if (value === undefined) {
      if (question.required) say(question.id, `请回答“${question.text}”`);
      continue;
    }
    const message = wrongWith(question, value);
    if (message) say(question.id, message);
  }
  return problems;
}

/** What contradicts itself in questions a unit wants to ask; empty = nothing. */
export function questionProblems(questions: Question[], at = 'questions'): ErrorDetail[] {
  return questions.flatMap((question, i) => {
    const problems: ErrorDetail[] = [];
    const say = (field: string, message: string) => problems.push({ field: `${at}.${i}.${field}`, message });
    if (questions.findIndex(({ id }) => id === question.id) < i) say('id', '问题的编号重复了');
    const options = question.options ?? [];
    if (question.kind === 'choice' && options.length < 2) say('options', '至少给两个选项');
    if (new Set(options).size < options.length) say('options', '选项不能重复');
    if (question.kind !== 'choice' && options.length) say('options', '只有选择题才有选项');
    if (question.kind === 'idNumber' && !question.reason) say('reason', '请写明为什么要身份证号');
    if (question.kind !== 'idNumber' && question.reason) say('reason', '只有要身份证号才写理由');
    if (question.showIf && !canFollow(question, questions.slice(0, i)))
      say('showIf', '只能跟着前面的选择题或是否题，按它的一个答案');
    return problems;
  });
}

/** 公民身份号码 (GB 11643): 17 digits with a date of birth, and a check digit. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const day = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  const born = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== day) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(value[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === value[17];
}

const answerTo = (answers: Answer[], id: string): string | undefined =>
  answers.find(({ question }) => question === id)?.value;

function wrongWith({ kind, options }: Question, value: string): string | null {
  if (!value.trim()) return '不能只有空格';
  if (kind === 'choice') return options?.includes(value) ? null : '请从选项里选一个';
  if (kind === 'number') return /^\d{1,9}$/.test(value) ? null : '请填一个数字';
  if (kind === 'yesNo') return value === 'yes' || value === 'no' ? null : '请选是或否';
  if (kind === 'idNumber') return isIdNumber(value) ? null : '身份证号不对，请再核对';
  return null;
}

function canFollow({ showIf }: Question, earlier: Question[]): boolean {
  const first = earlier.find(({ id }) => id === showIf?.question);
  if (first?.kind === 'choice') return first.options?.includes(showIf?.equals ?? '') ?? false;
  return first?.kind === 'yesNo' && (showIf?.equals === 'yes' || showIf?.equals === 'no');
}
