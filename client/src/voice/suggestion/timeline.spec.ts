import type { Suggestion, SuggestionState, SuggestionStep } from '@openday/shared/suggestions';
import { pointsOf } from './timeline';

const NOW = Date.parse('2026-09-08T02:00:00Z');
const step = (kind: SuggestionStep['kind'], more: Partial<SuggestionStep> = {}): SuggestionStep => ({
  kind,
  at: '2026-09-02T09:06:00.000Z',
  by: 'unit',
  organizer: '建设管理部',
  caller: null,
  text: null,
  verdict: null,
  dueAt: null,
  ...more,
});
const suggestion = (state: SuggestionState, ...steps: SuggestionStep[]): Suggestion => ({
  id: '1',
  kind: 'suggestion',
  state,
  text: '路灯不亮',
  organizer: { id: '2', name: '建设管理部' },
  event: null,
  createdAt: '2026-09-02T09:06:00.000Z',
  dueAt: '2026-09-17T15:59:00.000Z',
  verdict: null,
  updatedAt: '2026-09-02T09:06:00.000Z',
  steps,
  contact: null,
  mayCall: false,
  canRate: false,
  publication: null,
});
const told = (of: Suggestion) => pointsOf(of, NOW).map(({ state, title, sub }) => [state, title, sub]);

test('what was just sent waits to be taken, to be answered by a day that is named, and the rest is still to come', () => {
  expect(told(suggestion('asked', step('asked')))).toEqual([
    ['done', '已提交', '交给建设管理部'],
    ['now', '等单位收下', null],
    ['todo', '等单位答复', '最晚 9月17日答复'],
    ['todo', '请您评价', null],
  ]);
});

test('who took it said until when, and that day is what one waits for', () => {
  const taken = step('taken', { dueAt: '2026-09-10T15:59:00.000Z' });
  expect(told(suggestion('taken', step('asked'), taken)).slice(1)).toEqual([
    ['done', '单位收下了', '建设管理部收下了，说好 9月10日前答复'],
    ['now', '等单位答复', '最晚 9月17日答复'],
    ['todo', '请您评价', null],
  ]);
});

test('once answered nothing is to come but what the resident says', () => {
  const points = pointsOf(suggestion('answered', step('asked'), step('answered', { text: '换好了' })), NOW);
  expect(points.map(({ state, quote }) => [state, quote])).toEqual([
    ['done', null],
    ['done', '换好了'],
  ]);
});

test('没解决 stands as sent back, and the unit is waited for again', () => {
  const rated = step('rated', { by: 'resident', organizer: null, verdict: 'unsolved', text: '还不亮' });
  expect(told(suggestion('reopened', step('asked'), rated)).slice(1, 3)).toEqual([
    ['back', '您评了：没解决', null],
    ['now', '退回去了，等单位再办', null],
  ]);
});
