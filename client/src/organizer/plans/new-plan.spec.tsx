import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api, upload } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { open } from '@/lib/routes';
import { pickFile } from '@/platform/pick-file';
import { renderPage } from '../../../test/support/page';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { NewPlanForm } from './NewPlanForm';

jest.mock('@/lib/api', () => ({ api: jest.fn(), upload: jest.fn() }));
jest.mock('@/lib/routes', () => ({ ...jest.requireActual('@/lib/routes'), open: jest.fn() }));
jest.mock('@/platform/pick-file', () => ({ pickFile: jest.fn(), listenDrops: jest.fn() }));

const post = api as unknown as jest.Mock;
const send = upload as unknown as jest.Mock;
const choose = pickFile as unknown as jest.Mock;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const paste = (text: string) => fireEvent.change(screen.getByLabelText('表里的文字'), { target: { value: text } });

beforeEach(() => jest.resetAllMocks());

test('title and year are asked for only when the sheet does not say them, and go with the second try', async () => {
  post.mockRejectedValueOnce(new ApiError('PLAN_TITLE_NEEDED', '表里没写', 422));
  post.mockResolvedValueOnce(aPlan([aPlanRow()]));
  renderPage(<NewPlanForm onClose={jest.fn()} />);
  expect(screen.queryByLabelText('年份')).toBeNull();
  paste('1 9月上旬 走进便民服务中心');
  press('导入');
  await waitFor(() => expect(screen.getByLabelText('年份')).toBeTruthy());
  expect(screen.queryByText('请填四位年份，比如 2026')).toBeNull();
  press('导入');
  expect(screen.getByText('请填四位年份，比如 2026')).toBeTruthy();
  type('计划标题', '2026年开放月');
  type('年份', '2026');
  press('导入');
  await waitFor(() => expect(open).toHaveBeenCalledWith('/organizer/plan-review/index?id=9000000000000000001'));
  expect(post.mock.calls[1]).toEqual([
    'POST /plan-imports',
    { body: { text: '1 9月上旬 走进便民服务中心', title: '2026年开放月', year: 2026 } },
  ]);
});

test('a sheet that is not a plan is said in the server’s words, and the pasted text stays', async () => {
  post.mockRejectedValueOnce(new ApiError('NOT_A_PLAN', '这份内容不像开放日计划表，没有导入。', 422));
  renderPage(<NewPlanForm onClose={jest.fn()} />);
  paste('白菜三斤');
  press('导入');
  await waitFor(() => expect(screen.getByText('这份内容不像开放日计划表，没有导入。')).toBeTruthy());
  expect(screen.getByLabelText<HTMLTextAreaElement>('表里的文字').value).toBe('白菜三斤');
});

test('a file is taken as soon as it is chosen, and kept while its year is asked for', async () => {
  const file = { path: 'blob:1', name: '计划.pdf' };
  choose.mockResolvedValue(file);
  send.mockRejectedValueOnce(
    new ApiError('PLAN_TITLE_NEEDED', '表里没写', 422, [{ field: 'year', message: '请填年份' }]),
  );
  send.mockResolvedValueOnce(aPlan([aPlanRow()]));
  renderPage(<NewPlanForm onClose={jest.fn()} />);
  press('选一个文件');
  await waitFor(() => expect(screen.getByLabelText('年份')).toBeTruthy());
  expect(screen.queryByLabelText('计划标题')).toBeNull();
  type('年份', '2026');
  press('再导入一次');
  await waitFor(() => expect(open).toHaveBeenCalled());
  expect(send.mock.calls).toEqual([
    ['POST /plan-imports', file, {}],
    ['POST /plan-imports', file, { year: '2026' }],
  ]);
});

test('a corrected sheet goes to the import it corrects', async () => {
  post.mockResolvedValueOnce(aPlan([aPlanRow()]));
  renderPage(<NewPlanForm again={{ id: '9000000000000000001', title: '开放月计划' }} onClose={jest.fn()} />);
  paste('1 9月上旬 走进便民服务中心');
  press('导入');
  await waitFor(() => expect(post).toHaveBeenCalled());
  expect(post.mock.calls[0]?.[1].body).toMatchObject({ planId: '9000000000000000001' });
});

test('nothing is sent without a sheet, or with a file that cannot be read', async () => {
  choose.mockResolvedValue({ path: 'blob:1', name: '计划.wps' });
  renderPage(<NewPlanForm onClose={jest.fn()} />);
  press('导入');
  expect(screen.getByText('请先选一个文件，或粘贴表里的文字')).toBeTruthy();
  press('选一个文件');
  await waitFor(() => expect(screen.getByText(/“计划.wps”是旧格式/)).toBeTruthy());
  expect([post.mock.calls.length, send.mock.calls.length]).toEqual([0, 0]);
});
