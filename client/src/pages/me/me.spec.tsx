import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../test/support/page';
import MePage from './index';

beforeEach(() => {
  Taro.clearStorageSync();
  // Nobody is asked who they are.
  Taro.setStorageSync('signedOut', true);
});

test('the whole row of 大字模式 turns it on and off', () => {
  renderPage(<MePage />);
  const row = screen.getByRole('switch', { name: '大字模式' });
  fireEvent.click(screen.getByText('不开也跟着手机的字号'));
  expect(row.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByText('大字模式'));
  expect(row.getAttribute('aria-checked')).toBe('false');
});
