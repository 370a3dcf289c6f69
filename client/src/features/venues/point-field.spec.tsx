import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { api } from '@/lib/api';
import type { PinMapProps } from '@/platform/PinMap';
import { renderPage } from '../../../test/support/page';
import { PointField } from './PointField';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/platform/choose-point', () => ({ choosePoint: null }));
/** A map as far as fingers go: press anywhere, or on a name. */
jest.mock('@/platform/PinMap', () => ({
  PinMap: ({ pins, onTap, onPick }: PinMapProps) => (
    <>
      {pins.map(({ key, words }) => (
        <button key={key} type="button" onClick={() => onPick(key)}>
          {words}
        </button>
      ))}
      <button type="button" onClick={() => onTap?.({ lng: 116.02, lat: 36.46 })}>
        图
      </button>
    </>
  ),
}));

function Field() {
  const [value, setValue] = useState('');
  return <PointField value={value} error={null} onChange={setValue} />;
}

test('a new place has a map with the communities on it: a press sets the point, a community’s name too, and it is moved from there', async () => {
  const places = [{ id: '1', name: '临水社区', lng: 116.01, lat: 36.45 }];
  (api as unknown as jest.Mock).mockResolvedValue({ groups: [{ name: '湖畔街道', places }] });
  renderPage(<Field />);
  const value = () => (screen.getByLabelText('位置') as HTMLInputElement).value;
  await waitFor(() => expect(screen.getByText('临水社区')).toBeTruthy());
  fireEvent.click(screen.getByText('临水社区'));
  expect(value()).toBe('116.01000,36.45000');
  fireEvent.click(screen.getByText('往北'));
  expect(value()).toBe('116.01000,36.45050');
  fireEvent.click(screen.getByText('图'));
  expect(value()).toBe('116.02000,36.46000');
});
