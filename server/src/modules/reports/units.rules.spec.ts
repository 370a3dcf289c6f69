import { rolledUp } from './units.rules';

const figures = (n: number) => ({ programmes: 0, sessions: n, suggestions: 10 * n, owed: n });

test('a unit’s figures are its own, and beside them with everything below it', () => {
  const units = [
    { id: '1', path: '/1/' },
    { id: '2', path: '/1/2/' },
    { id: '3', path: '/1/2/3/' },
    { id: '4', path: '/1/4/' },
  ];
  const sums = rolledUp(
    units,
    new Map([
      ['2', figures(2)],
      ['3', figures(3)],
      ['4', figures(4)],
    ]),
  );
  expect(sums.get('1')).toEqual({ own: { ...figures(0) }, withBelow: figures(9) });
  expect(sums.get('2')).toEqual({ own: figures(2), withBelow: figures(5) });
  expect(sums.get('3')).toEqual({ own: figures(3), withBelow: figures(3) });
});
