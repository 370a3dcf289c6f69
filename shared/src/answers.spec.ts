import { answerProblems, isIdNumber, questionProblems, shownQuestions } from './answers';
import type { Question } from './questions';

const bus: Question = { id: 'bus', text: '坐班车来吗', kind: 'yesNo', required: true };
const stop: Question = {
  id: 'stop',
  text: '在哪里上车',
  kind: 'choice',
  options: ['东站', '西站'],
  required: true,
  showIf: { question: 'bus', equals: 'yes' },
};
const age: Question = { id: 'age', text: '多大年纪', kind: 'number' };
const gate: Question = { id: 'gate', text: '身份证号', kind: 'idNumber', required: true, reason: '进厂要登记身份证' };
const said = (...answers: [question: string, value: string][]) =>
  answers.map(([question, value]) => ({ question, value }));
const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);

test('a required question wants an answer, a free one does not', () => {
  expect(fields(answerProblems([bus, age], []))).toEqual(['answers.bus']);
  expect(answerProblems([bus, age], said(['bus', 'no']))).toEqual([]);
});

test('a conditional question is asked, and required, only where its condition holds', () => {
  expect(shownQuestions([bus, stop], said(['bus', 'no']))).toEqual([bus]);
  expect(answerProblems([bus, stop], said(['bus', 'no']))).toEqual([]);
  expect(fields(answerProblems([bus, stop], said(['bus', 'yes'])))).toEqual(['answers.stop']);
  expect(answerProblems([bus, stop], said(['bus', 'yes'], ['stop', '东站']))).toEqual([]);
});

test('what was not asked is not taken', () => {
  expect(fields(answerProblems([bus, stop], said(['bus', 'no'], ['stop', '东站'])))).toEqual(['answers.stop']);
  expect(fields(answerProblems([], said(['other', '1'])))).toEqual(['answers.other']);
  expect(fields(answerProblems([age], said(['age', '5'], ['age', '6'])))).toEqual(['answers.age']);
});

test('a question hidden behind a hidden one is hidden', () => {
  const late: Question = {
    id: 'late',
    text: '晚班也行吗',
    kind: 'yesNo',
    showIf: { question: 'stop', equals: '东站' },
  };
  expect(shownQuestions([bus, stop, late], said(['bus', 'no'], ['stop', '东站']))).toEqual([bus]);
});

test.each([
  [bus, 'maybe', '请选是或否'],
  [age, '七十', '请填一个数字'],
  [{ ...stop, showIf: undefined }, '南站', '请从选项里选一个'],
  [gate, '110101194912310021', '身份证号不对，请再核对'],
  [{ ...age, kind: 'text' as const }, '   ', '不能只有空格'],
])('each kind takes only its own answers: %#', (question, value, message) => {
  expect(answerProblems([question], said([question.id, value]))).toEqual([
    { field: `answers.${question.id}`, message },
  ]);
});

test('an ID number has a day there is and the right check digit', () => {
  // The example printed in the standard GB 11643 itself.
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('11010519491231002x')).toBe(false);
  expect(isIdNumber('110105194912310029')).toBe(false);
  expect(isIdNumber('110105194902310020')).toBe(false);
  expect(isIdNumber('440524188001010014')).toBe(true);
});

test.each<[string, Question[], string]>([
  ['an id twice', [age, age], 'questions.1.id'],
  ['a choice of one', [{ ...stop, showIf: undefined, options: ['东站'] }], 'questions.0.options'],
  ['the same option twice', [{ ...stop, showIf: undefined, options: ['东站', '东站'] }], 'questions.0.options'],
  ['options of a number', [{ ...age, options: ['1', '2'] }], 'questions.0.options'],
  ['an ID number without a reason', [{ ...gate, reason: undefined }], 'questions.0.reason'],
  ['a reason for an age', [{ ...age, reason: '就是想问' }], 'questions.0.reason'],
  ['a condition on a later question', [stop, bus], 'questions.0.showIf'],
  ['a condition no answer meets', [bus, { ...stop, showIf: { question: 'bus', equals: '是' } }], 'questions.1.showIf'],
  ['a condition on a number', [age, { ...stop, showIf: { question: 'age', equals: '5' } }], 'questions.1.showIf'],
])('a unit cannot ask: %s', (_, questions, field) => {
  expect(fields(questionProblems(questions))).toEqual([field]);
});

test('a unit may ask in order, with conditions on what was asked before', () => {
  expect(questionProblems([bus, stop, age, gate])).toEqual([]);
});
