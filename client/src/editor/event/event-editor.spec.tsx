import type { DeskEventDetail } from '@openday/shared/desk-events';
import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { renderPage } from '../../../test/support/page';
import { anEvent } from '../../../test/support/wire';
import { EventEditor } from './EventEditor';
import { EventRead } from './EventRead';
import { emptyForm, formOf } from './event-form';

jest.mock('@/lib/api', () => ({ api: jest.fn(), upload: jest.fn() }));

const call = api as unknown as jest.Mock;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const sent = (route: string) => call.mock.calls.filter(([each]) => each === route).map(([, options]) => options);

function answers(routes: Record<string, unknown>): void {
  call.mockImplementation((route: string) => {
    const answer = routes[route] ?? { items: [] };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
}

const detailOf = (over: Partial<DeskEventDetail> = {}): DeskEventDetail => ({
  event: anEvent(),
  needsApproval: false,
  mayApprove: false,
  submittedAt: null,
  approvedAt: null,
  sentBack: null,
  asked: [],
  people: { seats: 12, waiting: 1, followers: 3 },
  ...over,
});

const made = jest.fn();
const published = jest.fn();
const shown = (detail: DeskEventDetail | null) => {
  const begin = detail ? formOf(detail.event) : emptyForm('居民');
  return renderPage(<EventEditor detail={detail} begin={begin} onMade={made} onPublished={published} />);
};

beforeEach(() => {
  jest.resetAllMocks();
  Taro.removeStorageSync('eventForms');
});

test('what is missing stands beside its field, and nothing is sent; a draft needs only its theme', async () => {
  answers({ 'POST /events': { id: '7000000000000000009' } });
  shown(null);
  press('公布');
  for (const line of ['请填主题，两个字以上', '请选开始时间', '请选场地', '请填几个名额'])
    expect(screen.getAllByText(line).length).toBeGreaterThan(0);
  expect(sent('POST /events')).toEqual([]);
  type('主题', '居民议事日');
  type('计划人数 最少', '20');
  press('存草稿');
  await waitFor(() => expect(sent('POST /events')).toHaveLength(1));
  expect(sent('POST /events')[0].body).toMatchObject({
    theme: '居民议事日',
    headcount: { min: 20, text: '20 人以上' },
    sessions: [],
  });
});

test('who is told of a new theme is seen before it is done', async () => {
  const line = '主题改了，已报名的 12 份会收到通知';
  answers({
    'PATCH /events/:id': new ApiError('AFFECTS_PEOPLE', '会影响', 409, [{ field: 'confirm', message: line }]),
  });
  shown(detailOf());
  expect(screen.getByText('13 人报名、3 人关注')).toBeTruthy();
  type('主题', '换个主题');
  press('提交改动');
  await waitFor(() => expect(screen.getByText(line)).toBeTruthy());
  answers({ 'PATCH /events/:id': { event: anEvent(), told: 12 } });
  press('改并通知');
  await waitFor(() => expect(sent('PATCH /events/:id')).toHaveLength(2));
  expect(sent('PATCH /events/:id')[1].body).toMatchObject({ theme: '换个主题', confirm: true });
  expect(sent('PATCH /events/:id')[1].body.sessions).toBeUndefined();
});

test('what is handed in waits: the unit may take it back, the unit above decides', async () => {
  answers({});
  const waiting = {
    needsApproval: true,
    event: anEvent({ state: 'submitted' }),
    submittedAt: '2026-09-01T00:00:00.000Z',
  };
  const { unmount } = renderPage(<EventRead detail={detailOf(waiting)} />);
  press('撤回来改');
  await waitFor(() => expect(sent('POST /events/:id/withdraw')).toHaveLength(1));
  expect(screen.queryByText('同意并公布')).toBeNull();
  unmount();
  const { event } = waiting;
  renderPage(<EventRead detail={detailOf({ ...waiting, mayApprove: true })} onPublished={published} />);
  press('同意并公布');
  await waitFor(() => expect(sent('POST /events/:id/approve')).toHaveLength(1));
  // As publishing does, it leads on to sending it out.
  await waitFor(() => expect(published).toHaveBeenCalledWith(event.id));
});

test('a form half filled in is there again after a reload, until the server has it', async () => {
  answers({ 'POST /events': { id: '7000000000000000009' } });
  const first = shown(null);
  type('主题', '居民议事日');
  first.unmount();
  const second = shown(null);
  expect(screen.getByText('接着上次没存的往下填')).toBeTruthy();
  press('存草稿');
  await waitFor(() => expect(sent('POST /events')[0]?.body).toMatchObject({ theme: '居民议事日' }));
  await waitFor(() => expect(screen.queryByText('接着上次没存的往下填')).toBeNull());
  second.unmount();
  shown(null);
  expect(screen.queryByText('接着上次没存的往下填')).toBeNull();
});

test('without a date it is announced with about when, its sessions wait, and it leads on to sending it out', async () => {
  answers({ 'POST /events': { id: '7000000000000000009' } });
  shown(null);
  type('主题', '居民议事日');
  fireEvent.click(screen.getByRole('tab', { name: '还没定' }));
  expect(screen.queryByText('选场地')).toBeNull();
  press('公布');
  await waitFor(() => expect(sent('POST /events')).toHaveLength(1));
  expect(sent('POST /events')[0].body).toMatchObject({ window: { text: expect.stringMatching(/月/) } });
  expect(sent('POST /events')[0].body.sessions).toBeUndefined();
  await waitFor(() => expect(published).toHaveBeenCalledWith('7000000000000000009'));
  expect(made).not.toHaveBeenCalled();
});

test('what could not be made public stays at its own page', async () => {
  const refused = new ApiError('APPROVAL_NEEDED', '要先备案', 409, []);
  answers({ 'POST /events': { id: '7000000000000000009' }, 'POST /events/:id/publish': refused });
  shown(null);
  type('主题', '居民议事日');
  fireEvent.click(screen.getByRole('tab', { name: '还没定' }));
  press('公布');
  await waitFor(() => expect(made).toHaveBeenCalledWith('7000000000000000009'));
  expect(published).not.toHaveBeenCalled();
});
