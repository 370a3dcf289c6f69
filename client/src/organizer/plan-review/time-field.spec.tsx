import { fireEvent, screen } from '@testing-library/react';
import { decide } from '@/features/plans/row-saver';
import { renderPage } from '../../../test/support/page';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { TimeField } from './TimeField';

jest.mock('@/features/plans/row-saver', () => ({ decide: jest.fn(), decideAnew: jest.fn() }));
jest.mock('@/lib/api', () => ({ api: jest.fn(async () => ({ items: [] })) }));

const show = (row = aPlanRow()) => renderPage(<TimeField plan={aPlan([row])} row={row} locked={false} />);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('option', { name }));

beforeAll(() => {
  // jsdom lays nothing out, so it cannot scroll to anything.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => jest.clearAllMocks());

test('the sheet’s own words stand beside the window they were read as', () => {
  show();
  expect(screen.getByText('2099年9月1日–10日之间，没定哪天')).toBeTruthy();
  expect(screen.getByText('↵')).toBeTruthy();
});

test('a day inside the window and an hour decide the row; a day alone decides nothing', () => {
  show();
  press(/2099-09-08$/);
  expect(decide).not.toHaveBeenCalled();
  press(/^几点开始/);
  choose('上午9:30');
  expect(decide).toHaveBeenCalledWith(
    '9000000000000000001',
    [expect.objectContaining({ id: '8000000000000000001' })],
    { startsAt: '2099-09-08T01:30:00.000Z', act: 'publish' },
    '定日期',
  );
});

test('a day outside the window is asked about once more', () => {
  const row = aPlanRow({ index: 2, parsed: { ...aPlanRow().parsed, startTime: '09:30', endTime: '11:00' } });
  show(row);
  press(/2099-09-12$/);
  expect(screen.getByText(/不在表里写的“9月上旬”里，就定这天？/)).toBeTruthy();
  expect(decide).not.toHaveBeenCalled();
  press('就定这天');
  expect(decide).toHaveBeenCalledWith(
    '9000000000000000001',
    [row],
    expect.objectContaining({ startsAt: '2099-09-12T01:30:00.000Z' }),
    '定日期',
  );
});

test('without what an announcement needs, it cannot be chosen', () => {
  show(aPlanRow({ index: 3, announceable: false }));
  pick(/^先公布，日期待定/);
  expect(decide).not.toHaveBeenCalled();
});

test('several times of a row are proposed ticked, and decided only when confirmed: the first, then the others', () => {
  const times = ['2099-09-02', '2099-09-09'].map((day) => ({ day, startTime: '09:00', endTime: '11:00' }));
  const row = aPlanRow({ index: 4, parsed: { ...aPlanRow().parsed, times, recurrence: '每周三上午9:00—11:00' } });
  show(row);
  expect(screen.getByText(/表里写“每周三上午9:00—11:00”，算出 2 场/)).toBeTruthy();
  expect(decide).not.toHaveBeenCalled();
  press('就定这 2 场');
  expect(decide).toHaveBeenCalledWith(
    '9000000000000000001',
    [row],
    {
      startsAt: '2099-09-02T01:00:00.000Z',
      endsAt: '2099-09-02T03:00:00.000Z',
      moreTimes: [{ startsAt: '2099-09-09T01:00:00.000Z', endsAt: '2099-09-09T03:00:00.000Z' }],
      act: 'publish',
    },
    '定各场时间',
  );
});

test('an occurrence without its hours holds the confirmation back', () => {
  const times = ['2099-09-02', '2099-09-09'].map((day) => ({ day, startTime: null, endTime: null }));
  show(aPlanRow({ index: 5, parsed: { ...aPlanRow().parsed, times } }));
  expect(screen.getByText('还有 2 场没定几点')).toBeTruthy();
  press('就定这 2 场');
  expect(decide).not.toHaveBeenCalled();
});
