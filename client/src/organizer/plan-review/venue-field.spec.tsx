import { fireEvent, screen } from '@testing-library/react';
import { decide } from '@/features/plans/row-saver';
import { renderPage } from '../../../test/support/page';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { VenueField } from './VenueField';

jest.mock('@/features/plans/row-saver', () => ({ decide: jest.fn(), decideAnew: jest.fn() }));
jest.mock('@/lib/api', () => ({ api: jest.fn(async () => ({ items: [], groups: [] })) }));

const show = (change: Partial<Parameters<typeof aPlanRow>[0]> = {}) => {
  const row = aPlanRow({ parsed: { ...aPlanRow().parsed, venueText: '东桥社区' }, ...change });
  renderPage(<VenueField plan={aPlan([row])} row={row} locked={false} />);
};
beforeEach(() => jest.clearAllMocks());

test('a known place is proposed and taken with one tap, never by itself', () => {
  show({ venueProposals: [{ id: '7', name: '东桥社区议事厅' }] });
  expect(screen.getByText('名录里有：')).toBeTruthy();
  expect(decide).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: '用“东桥社区议事厅”' }));
  expect(decide).toHaveBeenCalledWith('9000000000000000001', [expect.anything()], { venueId: '7' }, expect.any(String));
});

test('where nothing is like it, a new place is proposed by the sheet’s words', () => {
  show();
  expect(screen.queryByText('名录里有：')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '新建“东桥社区”' }));
  expect(screen.getByDisplayValue('东桥社区')).toBeTruthy();
});
