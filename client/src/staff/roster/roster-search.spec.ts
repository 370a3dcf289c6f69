import { anEntry } from '../../../test/support/door';
import { markDigits, searchRoster } from './roster-search';

const roster = [
  anEntry(),
  anEntry({ registrationId: '2', name: '陈*', initials: 'cl', last4: '2040', seats: 1 }),
  anEntry({ registrationId: '3', name: '张*华', initials: 'zxh', last4: '8045', seats: 2, arrived: 1 }),
  anEntry({ registrationId: '4', name: '周*平', initials: 'zjp', last4: '3904', seats: 1, arrived: 1 }),
  anEntry({ registrationId: '5', name: '李*梅', initials: 'ldm', last4: '0466', status: 'cancelled' }),
  anEntry({ registrationId: '6', name: '王*军', initials: 'wjj', last4: null }),
];
const found = (words: string) => {
  const { missing, others } = searchRoster(roster, new Map(), words);
  return [missing, others].map((each) => each.map(({ entry }) => entry.name));
};

test.each([
  ['04', ['陈*', '刘*芳', '张*华'], ['李*梅', '周*平']],
  ['0417', ['刘*芳'], []],
  ['wj', ['王*军'], []],
  ['WJJ', ['王*军'], []],
  ['张', ['张*华'], []],
  ['刘秀芳', ['刘*芳'], []],
  ['刘秀英', [], []],
  [' 2040 ', ['陈*'], []],
])('%s finds by last four, initials or masked name; who may still come in stands first', (words, missing, others) => {
  expect(found(words)).toEqual([missing, others]);
});

test('nothing typed: everybody', () => {
  const [missing, others] = found('');
  expect(missing?.length).toBe(4);
  expect(others?.length).toBe(2);
});

test('what was recorded here counts at once', () => {
  const local = new Map([['3', { seats: 1, first: '2026-09-11T01:31:00.000Z' }]]);
  const { others } = searchRoster(roster, local, '8045');
  expect(others[0]).toMatchObject({ arrived: 2, seatsLeft: 0 });
});

test('the typed digits are marked where they stand', () => {
  expect(markDigits('2040', '04')).toEqual(['2', '04', '0']);
  expect(markDigits('0417', '')).toEqual(['0417', '', '']);
});
