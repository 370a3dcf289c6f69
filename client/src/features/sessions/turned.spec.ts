import { aSession } from '../../../test/support/wire';
import { turned } from './turned';

const OPENS = Date.parse('2026-09-08T01:00:00.000Z');
const soon = aSession({ phase: 'soon', opensAt: new Date(OPENS).toISOString() });

test.each([
  ['a second before', OPENS - 1000, 'soon'],
  ['at the moment', OPENS, 'open'],
] as const)('%s registration opens, the page says %s', (_when, now, phase) => {
  expect(turned(soon, now).phase).toBe(phase);
});

test('what is not about to open stays as the server said', () => {
  expect(turned(aSession({ phase: 'closed', opensAt: soon.opensAt }), OPENS + 1).phase).toBe('closed');
  expect(turned(aSession({ phase: 'soon', opensAt: null }), OPENS).phase).toBe('soon');
});
