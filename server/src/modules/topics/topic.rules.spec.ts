import { inOrder, isTurn, isVoting } from './topic.rules';

const one = (id: string, votes: number, suggestions: number, place: number | null = null) => ({
  ...{ id, votes, suggestions, place },
});

test('candidates stand by hand, then by votes, then by suggestions, then as they were made', () => {
  const all = [one('1', 0, 0), one('2', 3, 0), one('3', 3, 9), one('4', 0, 0), one('5', 0, 0, 2), one('6', 9, 9)];
  expect(inOrder(all).map(({ id }) => id)).toEqual(['5', '6', '3', '2', '1', '4']);
});

test('votes are taken while it is open, until its moment', () => {
  const votesUntil = new Date('2026-09-20T00:00:00Z');
  const at = (day: string) => new Date(`2026-09-${day}T00:00:00Z`);
  expect(isVoting({ state: 'open', votesUntil }, at('19'))).toBe(true);
  expect(isVoting({ state: 'open', votesUntil }, at('20'))).toBe(false);
  expect(isVoting({ state: 'draft', votesUntil }, at('19'))).toBe(false);
});

test('an outcome comes after the choice, and a choice may be made anew until then', () => {
  expect(isTurn('open', 'outcome')).toBe(false);
  expect(isTurn('chosen', 'choose')).toBe(true);
  expect(isTurn('done', 'choose')).toBe(false);
  expect(isTurn('done', 'outcome')).toBe(true);
});
