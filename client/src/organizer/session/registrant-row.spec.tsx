import type { Registrant } from '@openday/shared/registrations';
import { screen } from '@testing-library/react';
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

const namesFor = (role: 'organizer' | 'observer') => {
  (useAccount as jest.Mock).mockReturnValue({ id: '1', role, name: '', organizer: null });
  const session = { id: '3', eventId: '4' };
  const row = renderPage(<RegistrantRow {...{ registrant, session }} questions={[]} column={false} tick={null} />);
  const names = screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'));
  row.unmount();
  return names;
};

test('who only looks is offered nothing that the server would refuse: no full name, no telephone, no decision', () => {
  expect(namesFor('organizer')).toContain('看 刘*芳 的全名和手机');
  expect(namesFor('observer')).toEqual([]);
});
