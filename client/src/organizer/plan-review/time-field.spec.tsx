import { fireEvent, screen } from '@testing-library/react';
import { decide } from '@/features/plans/row-saver';
import { renderPage } from '../../../test/support/page';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { TimeField } from './TimeField';

jest.mock('@/features/plans/row-saver', () => ({ decide: jest.fn() }));

const show = (row = aPlanRow()) => renderPage(<TimeField plan={aPlan([row])} row={row} locked={false} />);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

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
  press('2099-09-08');
  expect(decide).not.toHaveBeenCalled();
  press(/^几点开始/);
  pick('上午9:30');
  expect(decide).toHaveBeenCalledWith('9000000000000000001', '8000000000000000001', {
    startsAt: '2099-09-08T01:30:00.000Z',
    act: 'publish',
  });
});

test('a day outside the window is asked about once more', () => {
  const row = aPlanRow({ index: 2, parsed: { ...aPlanRow().parsed, startTime: '09:30', endTime: '11:00' } });
  show(row);
  press('2099-09-12');
  expect(screen.getByText(/不在表里写的“9月上旬”里，就定这天？/)).toBeTruthy();
  expect(decide).not.toHaveBeenCalled();
  press('就定这天');
  expect(decide).toHaveBeenCalledWith(
    '9000000000000000001',
    row.id,
    expect.objectContaining({ startsAt: '2099-09-12T01:30:00.000Z' }),
  );
});

test('without what an announcement needs, it cannot be chosen', () => {
  show(aPlanRow({ index: 3, announceable: false }));
  pick(/^先公布，日期待定/);
  expect(decide).not.toHaveBeenCalled();
});
