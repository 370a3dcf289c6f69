import { plannedWords } from './planned-words';

test.each([
  [{ min: 20, max: 30 }, '计划 20 到 30 人'],
  [{ min: 20, max: 20 }, '计划 20 人'],
  [{ min: null, max: 30 }, '计划 30 人'],
  [{ min: 20, max: null }, '计划 20 人以上'],
  [{ min: null, max: null }, ''],
])('the planned band %j is said as people say it', (planned, words) => {
  expect(plannedWords(planned)).toBe(words);
});
