import { dayOf, dayText } from '@openday/shared/dates';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { api } from '@/lib/api';
import { renderPage } from '../../../test/support/page';
import { CollectSheet } from './CollectSheet';
import { newCard } from './collect-card';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));

const THEME = '社区食堂后厨开放日';

const asked = api as unknown as jest.Mock;

beforeEach(() =>
  asked.mockReset().mockImplementation(async (route: string) => ({
    items: route === 'GET /desk/events' ? [{ id: '7', theme: THEME, startsAt: null }] : [],
    nextCursor: null,
  })),
);

function DeskPage() {
  const [card, setCard] = useState(newCard);
  const [open, setOpen] = useState(false);
  if (open) return <CollectSheet card={card} onCard={setCard} onClose={() => setOpen(false)} />;
  return (
    <button type="button" onClick={() => setOpen(true)}>
      打开
    </button>
  );
}

const opens = () => fireEvent.click(screen.getByText('打开'));
const types = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const sends = async (body: object) => {
  fireEvent.click(screen.getByRole('button', { name: '录入' }));
  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith('POST /desk/suggestions', { body, idempotencyKey: expect.any(String) }),
  );
};

test('what was said on paper is written down as said of its activity, which brings the unit and the plan', async () => {
  renderPage(<DeskPage />);
  opens();
  types('说了什么', '盐少放一点');
  fireEvent.click(screen.getByRole('button', { name: /^哪个活动上说的/ }));
  fireEvent.click(await screen.findByText(THEME));
  expect(screen.queryByRole('button', { name: /^哪一份计划/ })).toBeNull();
  await sends({ source: 'paper', kind: 'suggestion', text: '盐少放一点', eventId: '7', day: dayOf(Date.now()) });
});

test('a sheet closed by mistake has its words when it is opened again, and the day is picked', async () => {
  renderPage(<DeskPage />);
  opens();
  types('说了什么', '门口放把椅子');
  fireEvent.click(screen.getAllByRole('button', { name: '关上' })[0] as HTMLElement);
  expect(screen.queryByLabelText('说了什么')).toBeNull();
  opens();
  const yesterday = Date.now() - 86_400_000;
  fireEvent.click(screen.getByRole('button', { name: /^哪天说的：今天/ }));
  fireEvent.click(screen.getByText(`昨天 ${dayText(yesterday, Date.now())}`));
  await sends({ source: 'paper', kind: 'suggestion', text: '门口放把椅子', day: dayOf(yesterday) });
});
