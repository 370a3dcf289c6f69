import type { Closing } from '@openday/shared/closing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { renderPage } from '../../../test/support/page';
import { Asked } from './Asked';
import { useReport } from './useReport';

jest.mock('@/lib/api', () => ({ api: jest.fn(), upload: jest.fn() }));
const ask = api as unknown as jest.Mock;

const CLOSING = {
  ...{ sessionId: '1', state: null, gaps: ['countReason', 'planReason'], countDiffers: 12, planDiffers: -3 },
  ...{ countReasons: [], countNote: '', planReasons: [], planNote: '', photos: [] },
} as unknown as Closing;

function Shown() {
  const report = useReport('1');
  const { data } = report.found;
  return (
    <>
      {data && <Asked closing={data} report={report} />}
      <button type="button" onClick={report.publish}>
        公布
      </button>
    </>
  );
}

/** A server that keeps what it is told. */
beforeEach(() => {
  let stored = CLOSING;
  ask.mockReset();
  ask.mockImplementation((route: string, { body }: { body?: Partial<Closing> }) => {
    if (route.startsWith('PATCH')) stored = { ...stored, ...body };
    return Promise.resolve(stored);
  });
});

const sent = () =>
  ask.mock.calls.filter(([route]) => !route.startsWith('GET')).map(([route, told]) => [route, told.body]);

test('what differs is asked with reasons that fit its direction, and a reason is stored when it is pressed', async () => {
  renderPage(<Shown />);
  await waitFor(() => expect(screen.getByText('先填这 2 项')).toBeTruthy());
  expect(screen.getByText('为什么计数比签到多 12')).toBeTruthy();
  expect(screen.getByText('比计划少 3')).toBeTruthy();
  expect(screen.queryByText('居民关心，自发来')).toBeNull();
  fireEvent.click(screen.getByText('没带手机'));
  await waitFor(() => expect(sent()).toEqual([['PATCH /sessions/:id/closing', { countReasons: ['noPhone'] }]]));
  fireEvent.click(screen.getByText('天气不好'));
  await waitFor(() => expect(sent()).toHaveLength(2));
});

test('what was typed a moment ago is stored before it is published, and once', async () => {
  renderPage(<Shown />);
  const box = await screen.findByLabelText('补一句，例如：邻近小区也来了');
  fireEvent.input(box, { target: { value: '下雨' } });
  fireEvent.click(screen.getByText('公布'));
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()).toEqual([
    ['PATCH /sessions/:id/closing', { planNote: '下雨' }],
    ['POST /sessions/:id/closing/publish', undefined],
  ]);
});
