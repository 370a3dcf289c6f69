import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import SuggestPage from './index';

test('who complains can ring the government’s line instead, as the way there says', async () => {
  router.params = { kind: 'complaint' };
  renderPage(<SuggestPage />);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /打 12345$/ })));
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '12345' });
  fireEvent.click(screen.getByRole('radio', { name: '提意见' }));
  expect(screen.queryByText(/12345/)).toBeNull();
});
