import { SUGGESTION_STATES, type SuggestionState } from '@openday/shared/suggestions';
import {
  afterAct,
  afterRating,
  canRate,
  dueAfter,
  isOwed,
  namesSomebody,
  stageOf,
  statesOf,
  type UnitAct,
} from './suggestion.rules';

const allowed = (act: UnitAct) => SUGGESTION_STATES.filter((state) => afterAct(state, act) !== null);

test('only what waits for a unit is taken, and an answer comes after taking', () => {
  expect(allowed('take')).toEqual(['asked', 'reopened']);
  expect(allowed('answer')).toEqual(['taken', 'answered', 'resolved']);
});

test('nothing is declared done without an answer', () => {
  expect(allowed('resolve')).toEqual(['answered']);
});

test('what is answered is no longer handed on', () => {
  expect(allowed('transfer')).toEqual(['asked', 'taken', 'reopened']);
});

test('answering better what was declared done leaves it declared done', () => {
  expect(afterAct('resolved', 'answer')).toBe('resolved');
});

test('没解决 goes back to the unit, the other verdicts end it', () => {
  expect(afterRating('answered', 'unsolved')).toBe('reopened');
  expect(afterRating('resolved', 'partly')).toBe('rated');
  expect(afterRating('rated', 'unsolved')).toBe('reopened');
});

test('nobody rates what has no answer, or was just sent back', () => {
  expect(SUGGESTION_STATES.filter((state) => !canRate(state))).toEqual(['asked', 'taken', 'reopened']);
  for (const state of ['asked', 'taken', 'reopened'] as SuggestionState[])
    expect(afterRating(state, 'solved')).toBeNull();
});

test('every state is in one stage, and a unit owes an answer in the first two', () => {
  for (const state of SUGGESTION_STATES) expect(statesOf(stageOf(state))).toContain(state);
  expect(SUGGESTION_STATES.filter(isOwed)).toEqual(['asked', 'taken', 'reopened']);
});

test('due is the end of a day in China, also for what came late in the evening', () => {
  expect(dueAfter(new Date('2026-09-02T01:00:00Z'), 15).toISOString()).toBe('2026-09-17T15:59:00.000Z');
  expect(dueAfter(new Date('2026-09-02T15:59:59Z'), 15).toISOString()).toBe('2026-09-17T15:59:00.000Z');
  expect(dueAfter(new Date('2026-09-02T16:00:00Z'), 15).toISOString()).toBe('2026-09-18T15:59:00.000Z');
});

test('what everybody reads holds no mobile number and not the name of who asked', () => {
  expect(namesSomebody('路灯不亮，打 138 0000 0078 联系', '')).toBe(true);
  expect(namesSomebody('王小明问路灯什么时候修', '王小明')).toBe(true);
  expect(namesSomebody('东门路灯什么时候修，可以打 0635-0000001', '王小明')).toBe(false);
  expect(namesSomebody('编号 2138000000781 的路灯', '王')).toBe(false);
});
