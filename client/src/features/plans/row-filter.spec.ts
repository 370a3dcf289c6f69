import { act, renderHook } from '@testing-library/react';
import { aPlanRow, aWarning } from '../../../test/support/plan';
import { filterChoices, passes } from './row-filter';
import { useTicks } from './useTicks';

const vague = aPlanRow({ index: 1 });
const weekend = aPlanRow({ index: 2, publishable: true, warnings: [aWarning('weekend', 'time', 'confirm')] });
const unknown = aPlanRow({
  index: 3,
  parsed: { ...aPlanRow().parsed, organizerId: null },
  warnings: [aWarning('unit_unknown', 'unit', 'confirm'), aWarning('unit_missing', 'unit')],
});
const decided = aPlanRow({ index: 4, publishable: true, change: 'new' });
const cancelled = aPlanRow({ index: 5, state: 'skipped', eventId: '7', change: 'gone' });
const rows = [vague, weekend, unknown, decided, cancelled];

test('a list shows the rows that lack one thing, ask one thing or were changed in one way, each with its count', () => {
  expect(rows.filter((row) => passes(row, 'lack:venue'))).toEqual([vague]);
  expect(rows.filter((row) => passes(row, 'code:weekend'))).toEqual([weekend]);
  expect(rows.filter((row) => passes(row, 'change:new'))).toEqual([decided]);
  expect(filterChoices(rows).map(({ text }) => text)).toEqual([
    '全部 5',
    '新增 1',
    '这次没有了 1',
    '日期时间没定 1',
    '场地没定 1',
    '承办单位没定 1',
    '请看：在周末 1',
  ]);
});

test('a unit that matched none is to be chosen: it is no question of a look', () => {
  expect(rows.filter((row) => passes(row, 'lack:unit'))).toEqual([unknown]);
  expect(filterChoices(rows).map(({ key }) => key)).not.toContain('code:unit_unknown');
});

test('rows are chosen together and let go; what is called off cannot be chosen', () => {
  const { result } = renderHook(() => useTicks(rows));
  act(() => result.current.tick(rows, true));
  expect(result.current.ticked).toEqual([vague, weekend, unknown, decided]);
  act(() => result.current.tick([weekend], false));
  expect(result.current.ticked).toEqual([vague, unknown, decided]);
});
