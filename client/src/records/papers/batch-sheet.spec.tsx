import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../test/support/page';
import { BatchSheet } from './BatchSheet';
import type { Draft } from './tally';
import type { Papers } from './usePapers';

const idle = { mutate: jest.fn(), isPending: false, error: null };
const papers = { store: idle, remove: idle } as unknown as Papers;

test('what was tallied is still there when the sheet was closed by a slip', () => {
  const begun = new Map<string, Draft>();
  const opened = () => renderPage(<BatchSheet batch={null} papers={papers} begun={begun} onClose={jest.fn()} />);
  const field = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: '很满意 几份' });
  const first = opened();
  fireEvent.input(field(), { target: { value: '20' }, detail: { value: '20' } });
  first.unmount();
  opened();
  expect(field().value).toBe('20');
});
