import type { Registrant } from '@openday/shared/registrations';
import { fireEvent, screen } from '@testing-library/react';
import { api } from '@/lib/api';
import { useAccount } from '@/lib/tokens';
import { renderPage } from '../../../test/support/page';
import { RegistrantRow } from './RegistrantRow';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
jest.mock('@/lib/tokens', () => ({ ...jest.requireActual('@/lib/tokens'), useAccount: jest.fn() }));

const registrant: Registrant = {
  ...{ id: '1', name: '刘*芳', phoneLast4: '0417', seats: 2, children: 0, status: 'applied', answers: [] },
  ...{ quota: { id: '2', name: '居民' }, enterprise: null, onBehalfOf: null, position: null, ticketNo: null },
  ...{ confirmBy: null, heldBackUntil: null, endReason: null, createdAt: '2026-09-01T00:00:00.000Z' },
};

const session = { id: '3', eventId: '4' };

const namesFor = (role: 'organizer' | 'observer') => {
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role, name: '', organizer: null });
  const row = renderPage(<RegistrantRow {...{ registrant, session }} questions={[]} column={false} tick={null} />);
  const names = screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));
  row.unmount();
  return names;
};

test('who only looks is offered nothing that the server would refuse: no full name, no telephone, no decision', () => {
  expect(namesFor('organizer')).toContain('看 刘*芳 的全名和手机');
  expect(namesFor('observer')).toEqual([]);
});

test('换场 asks for no reason where there is no other session, and says what to do', async () => {
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role: 'organizer', name: '', organizer: null });
  (api as unknown as jest.Mock).mockResolvedValue({
    sessions: [{ id: '3', phase: 'open', startsAt: '2999-01-01T00:00Z' }],
  });
  const confirmed = { ...registrant, status: 'confirmed' } as const;
  renderPage(<RegistrantRow {...{ registrant: confirmed, session }} questions={[]} column={false} tick={null} />);
  fireEvent.click(screen.getByText('换场'));
  await screen.findByText(/没有别的场次可以换/);
  expect(screen.queryByText('本人打电话要换')).toBeNull();
});
