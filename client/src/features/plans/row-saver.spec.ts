import Taro from '@tarojs/taro';
import { api } from '@/lib/api';
import { ApiError, offline } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import { readStored } from '@/lib/stored';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { decide, sendKept, useSaver } from './row-saver';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
const patch = api as unknown as jest.Mock<Promise<unknown>, [string, { body: object }]>;
const row = aPlanRow();
const plan = aPlan([row]);
const shown = () => queryClient.getQueryData<typeof plan>(['plan-import', plan.id])?.items[0]?.decided;

beforeEach(() => {
  jest.clearAllMocks();
  Taro.clearStorageSync();
  useSaver.setState({ kept: {}, sending: false, failure: null });
  queryClient.setQueryData(['plan-import', plan.id], plan);
});
afterEach(() => queryClient.clear());

test('a decision without network is shown, kept on this machine, and sent when asked again', async () => {
  patch.mockRejectedValueOnce(offline());
  decide(plan.id, row.id, { capacity: 30 });
  await sendKept();
  expect(shown()).toEqual({ capacity: 30 });
  expect(readStored('planDecisions')).toEqual({ [plan.id]: { [row.id]: { capacity: 30 } } });
  patch.mockResolvedValueOnce({ ...row, decided: { capacity: 30 } });
  await sendKept();
  expect(readStored('planDecisions')).toBeNull();
});

test('a value decided anew while the first is on its way is sent after it, not lost', async () => {
  patch.mockImplementation(async (_, { body }) => ({ ...row, decided: body }));
  decide(plan.id, row.id, { capacity: 30 });
  decide(plan.id, row.id, { capacity: 35 });
  await sendKept();
  expect(patch.mock.calls.at(-1)?.[1].body).toEqual({ capacity: 35 });
  expect(shown()).toEqual({ capacity: 35 });
  expect(useSaver.getState().kept).toEqual({});
});

test('what the server refuses is said and not sent for ever', async () => {
  patch.mockRejectedValue(new ApiError('PLAN_ROW_PUBLISHED', '这一行已经公布了', 409));
  decide(plan.id, row.id, { capacity: 30 });
  await sendKept();
  expect(useSaver.getState().failure?.message).toBe('这一行已经公布了');
  expect(useSaver.getState().kept).toEqual({});
  expect(patch).toHaveBeenCalledTimes(1);
});
