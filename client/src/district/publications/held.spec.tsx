import type { HeldPublication } from '@openday/shared/publications';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { Held } from './Held';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/tokens', () => ({ ...jest.requireActual('@/lib/tokens'), useAccount: jest.fn() }));

const call = api as unknown as jest.Mock;
const press = (name: string) => fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!);
const HELD: HeldPublication = {
  ...{ id: '1000000000000000001', said: ['灯坏了', '说了不好听的话'] },
  ...{ question: '路灯什么时候修', answer: '换好了', organizer: { id: '1', name: '东湖街道' }, event: null },
  ...{ why: 'risky', at: '2026-09-01T00:00:00.000Z', mine: false },
};

const changed = jest.fn();
const as = (role: 'district' | 'observer', more: Partial<HeldPublication> = {}) => {
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role, name: '', organizer: null });
  call.mockResolvedValue({ ok: true });
  renderPage(<Held held={{ ...HELD, ...more }} onChanged={changed} />);
};

beforeEach(() => jest.resetAllMocks());

test('what was said stands beside what everybody would read; it is opened by one press', async () => {
  as('district');
  for (const words of ['灯坏了', '说了不好听的话', '路灯什么时候修', '换好了', '微信说不合适'])
    expect(screen.getByText(words)).toBeTruthy();
  press('可以公开');
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(call).toHaveBeenCalledWith('POST /suggestions/:id/publication/approve', { params: { id: HELD.id } });
});

test('it is refused with a reason, and not without', async () => {
  as('district');
  press('不公开');
  press('先写明原因');
  expect(call).not.toHaveBeenCalled();
  const reason = '看得出是哪一户';
  fireEvent.input(screen.getByLabelText('为什么不公开，怎么改就行'), { target: { value: reason } });
  press('不公开');
  await waitFor(() => expect(changed).toHaveBeenCalled());
  expect(call).toHaveBeenCalledWith('POST /suggestions/:id/publication/refuse', {
    ...{ params: { id: HELD.id }, body: { reason } },
  });
});

test.each([
  ['who asked for it', 'district', { mine: true }],
  ['who looks only', 'observer', {}],
] as const)('%s decides nothing', (_, role, more) => {
  as(role, more);
  expect(screen.queryByRole('button')).toBeNull();
});
