import { anEntry } from '../../../test/support/door';
import type { Found } from '../roster/roster-search';
import { lineResult, typedLine } from './typed-line';

const found = (seatsLeft: number): Found => ({ entry: anEntry(), arrived: 0, seatsLeft, arrivedAt: null });

test('a line of the paper is digits or a name, and the number of people where fewer came', () => {
  expect(['0417', ' 0417 2 ', '刘，1', 'lxf 3', '2'].map(typedLine)).toEqual([
    { wanted: '0417', seats: null },
    { wanted: '0417', seats: 2 },
    { wanted: '刘', seats: 1 },
    { wanted: 'lxf', seats: 3 },
    { wanted: '2', seats: null },
  ]);
});

test('Enter ticks the one party that fits, with everybody or as many as were typed, never more than registered', () => {
  const ticks = (text: string) => lineResult(typedLine(text), [found(3)]);
  expect([ticks('0417'), ticks('0417 2'), ticks('0417 9')]).toMatchObject([{ seats: 3 }, { seats: 2 }, { seats: 3 }]);
});

test('Enter guesses nothing: not among several, not where nobody fits, not for an empty line', () => {
  expect(lineResult(typedLine('刘'), [found(1), found(2)])).toBe('many');
  expect(lineResult(typedLine('9999'), [])).toBe('none');
  expect(lineResult(typedLine(''), [found(1)])).toBe('none');
});
