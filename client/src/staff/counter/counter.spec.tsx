import { act, fireEvent, screen } from '@testing-library/react';
import { useDoorState } from '@/features/door/door-state';
import { recordsOf } from '@/features/door/journal';
import { api, apiIfChanged } from '@/lib/api';
import { offline } from '@/lib/api-error';
import { aPack, keepPack, newDoor, SESSION } from '../../../test/support/door';
import { renderPage } from '../../../test/support/page';
import { router } from '../../../test/support/taro';
import CounterPage from './index';

jest.mock('@/lib/api', () => ({ api: jest.fn(), apiIfChanged: jest.fn() }));

beforeEach(async () => {
  await newDoor();
  jest.mocked(api).mockRejectedValue(offline());
  jest.mocked(apiIfChanged).mockRejectedValue(offline());
  useDoorState.setState({ link: 'offline' });
  router.params = { id: SESSION };
  await keepPack(aPack([]));
  renderPage(<CounterPage />);
});

const shown = () => document.getElementById('hand')?.textContent;
const press = (name: RegExp | string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('each press is a fact of its own, one more or one fewer; without network they wait to be uploaded', async () => {
  expect(shown()).toBe('0');
  for (let n = 0; n < 3; n++) await press(/^\+1/);
  await press('−1');
  expect(shown()).toBe('2');
  expect(recordsOf(SESSION).map(({ fact }) => [fact.kind, fact.seats])).toEqual([
    ['count', 1],
    ['count', 1],
    ['count', 1],
    ['count', -1],
  ]);
  expect(document.body.textContent).toContain('4 条待上传');
});

test('nobody is counted below zero', async () => {
  await press('−1');
  expect(shown()).toBe('0');
  expect(recordsOf(SESSION)).toEqual([]);
});
