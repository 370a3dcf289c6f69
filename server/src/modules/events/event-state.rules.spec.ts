import { ERRORS } from '@openday/shared/errors';
import { EVENT_STATES, type EventState } from '@openday/shared/events';
import { ACTS, after, relation, type Standing } from './event-state.rules';

const standing = (state: EventState, over: Partial<Standing> = {}): Standing => ({
  state,
  ready: true,
  dated: true,
  needsApproval: true,
  ...over,
});

test('a draft is handed in, approved from above and thereby published', () => {
  expect(after('submit', standing('draft'), 'own')).toBe('submitted');
  expect(after('approve', standing('submitted'), 'above')).toBe('published');
  expect(after('approve', standing('submitted', { dated: false }), 'above')).toBe('announced');
});

test('no unit approves its own, or sends it back', () => {
  expect(after('approve', standing('submitted'), 'own')).toBe('NOT_APPROVER');
  expect(after('sendBack', standing('submitted'), 'own')).toBe('NOT_APPROVER');
  expect(after('sendBack', standing('submitted'), 'above')).toBe('draft');
  expect(after('withdraw', standing('submitted'), 'own')).toBe('draft');
});

test('where approval is asked for, the unit itself cannot publish, and a unit above can', () => {
  expect(after('publish', standing('draft'), 'own')).toBe('APPROVAL_NEEDED');
  expect(after('publish', standing('submitted'), 'own')).toBe('APPROVAL_NEEDED');
  expect(after('publish', standing('draft'), 'above')).toBe('published');
  // Approved without a date: the date is the unit's to set.
  expect(after('publish', standing('announced'), 'own')).toBe('published');
});

test('where none is asked for, nothing is handed in and the unit publishes', () => {
  const free = { needsApproval: false };
  expect(after('submit', standing('draft', free), 'own')).toBe('NO_APPROVAL_NEEDED');
  expect(after('publish', standing('draft', free), 'own')).toBe('published');
  expect(after('publish', standing('draft', { ...free, dated: false }), 'own')).toBe('announced');
  expect(after('publish', standing('draft', { ...free, ready: false, dated: false }), 'own')).toBe('NOT_PUBLISHABLE');
});

test.each(EVENT_STATES)(
  'from %s every act leads to a state or a known refusal, and only a draft is deleted',
  (state) => {
    for (const act of ACTS)
      for (const by of ['own', 'above'] as const)
        for (const needsApproval of [true, false]) {
          const next = after(act, standing(state, { needsApproval }), by);
          expect((EVENT_STATES as readonly string[]).includes(next) || next in ERRORS).toBe(true);
          if (['published', 'cancelled', 'closed'].includes(state)) expect(next in ERRORS).toBe(true);
        }
    expect(after('delete', standing(state), 'own')).toBe(state === 'draft' ? 'draft' : 'EVENT_STATE');
  },
);

test('above is a shorter path that the other begins with, and nothing else', () => {
  expect(relation('/1/', '/1/2/')).toBe('above');
  expect(relation('/1/2/', '/1/2/')).toBe('own');
  expect(relation('/1/2/', '/1/')).toBe('own');
});
