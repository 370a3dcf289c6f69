import type { Member, Unit } from '@openday/shared/people';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { MemberList } from './MemberList';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/tokens', () => ({ ...jest.requireActual('@/lib/tokens'), useAccount: jest.fn() }));

const call = api as unknown as jest.Mock;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

const none = { programmes: 0, sessions: 0, suggestions: 0, owed: 0 };
const UNIT: Unit = {
  ...{ id: '1000000000000000001', name: '东湖街道', parentId: null, contactName: '', contactPhone: '', people: [] },
  ...{ own: none, withBelow: none },
};
const MEMBER: Member = {
  ...{ id: '1000000000000000002', username: 'donghu-li', name: '李晓', role: 'observer' },
  ...{ organizer: { id: UNIT.id, name: UNIT.name }, passwordOnce: true, disabledAt: null },
  ...{ createdAt: '2026-09-01T00:00:00.000Z', self: false },
};

function asRole(role: 'district' | 'observer', items: Member[]): void {
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role, name: '', organizer: null });
  call.mockImplementation((route: string) =>
    Promise.resolve(
      route === 'POST /desk/members'
        ? { member: MEMBER, password: 'abcd-efgh-jkmn-pqrs' }
        : { items, nextCursor: null },
    ),
  );
}

beforeEach(() => jest.resetAllMocks());

test('an account is made for a unit, and its password is shown once', async () => {
  asRole('district', []);
  renderPage(<MemberList units={[UNIT]} of={null} onAll={jest.fn()} />);
  press('开一个账号');
  type('姓名', '李晓');
  type('账号名', 'Donghu-Li');
  fireEvent.click(screen.getByRole('radio', { name: '只看不改' }));
  press('开账号');
  await waitFor(() => expect(screen.getByText('abcd-efgh-jkmn-pqrs')).toBeTruthy());
  expect(call).toHaveBeenCalledWith('POST /desk/members', {
    body: { username: 'donghu-li', name: '李晓', role: 'observer', organizerId: UNIT.id },
  });
});

test('who signs in is shown with role and unit; an observer is offered nothing to change', async () => {
  asRole('observer', [MEMBER]);
  renderPage(<MemberList units={[UNIT]} of={null} onAll={jest.fn()} />);
  await waitFor(() => expect(screen.getByText('donghu-li')).toBeTruthy());
  expect(screen.getByText('只看不改 · 东湖街道')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
