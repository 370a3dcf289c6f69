import type { PlanDecisions } from '@openday/shared/plans';
import Taro from '@tarojs/taro';
import { api } from '@/lib/api';
import { ApiError, offline } from '@/lib/api-error';
import { queryClient } from '@/lib/query';
import { readStored } from '@/lib/stored';
import { aPlan, aPlanRow } from '../../../test/support/plan';
import { decide, decideAnew, sendKept, takeBack, useSaver } from './row-saver';
import { forgetRows } from './undo';

jest.mock('@/lib/api', () => ({ api: jest.fn() }));
const patch = api as unknown as jest.Mock<Promise<unknown>, [string, { body: PlanDecisions }]>;
const rows = [1, 2, 3].map((index) => aPlanRow({ index }));
const [row, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
const plan = aPlan(rows);
const shown = (index = 0) => queryClient.getQueryData<typeof plan>(['plan-import', plan.id])?.items[index]?.decided;
const now = () => queryClient.getQueryData<typeof plan>(['plan-import', plan.id])?.items ?? [];

/** A server that keeps decisions as ours does. */
function server() {
  const kept = new Map<string, object>();
  patch.mockImplementation(async (_, { body }) => ({
    items: body.items.map(({ row: id, decision, replace }) => {
      kept.set(id, { ...(replace ? {} : kept.get(id)), ...decision });
      return { ...rows.find((each) => each.id === id), decided: kept.get(id) };
    }),
  }));
}

beforeEach(() => {
  jest.resetAllMocks();
  Taro.clearStorageSync();
  forgetRows(
    plan.id,
    rows.map(({ id }) => id),
  );
  useSaver.setState({ steps: [], sending: false, failure: null });
  queryClient.setQueryData(['plan-import', plan.id], plan);
});
afterEach(() => queryClient.clear());

test('a decision without network is shown, kept on this machine, and sent when asked again', async () => {
  patch.mockRejectedValueOnce(offline());
  decide(plan.id, [row], { capacity: 30 }, '定名额');
  await sendKept();
  expect(shown()).toEqual({ capacity: 30 });
  expect(readStored('planSteps')).toEqual([{ plan: plan.id, items: [{ row: row.id, decision: { capacity: 30 } }] }]);
  server();
  await sendKept();
  expect(readStored('planSteps')).toBeNull();
});

test('a decision for several rows is one request', async () => {
  server();
  decide(plan.id, rows, ({ index }) => ({ capacity: index * 10 }), '定名额');
  await sendKept();
  expect(patch).toHaveBeenCalledTimes(1);
  expect(patch.mock.calls[0]?.[1].body.items.map(({ decision }) => decision.capacity)).toEqual([10, 20, 30]);
});

test('a value decided anew while the first is on its way is sent after it, not lost', async () => {
  server();
  decide(plan.id, [row], { capacity: 30 }, '定名额');
  decide(plan.id, [row], { capacity: 35 }, '定名额');
  await sendKept();
  expect(patch.mock.calls.at(-1)?.[1].body.items).toEqual([{ row: row.id, decision: { capacity: 35 } }]);
  expect(shown()).toEqual({ capacity: 35 });
  expect(useSaver.getState().steps).toEqual([]);
});

test('what the server refuses is said and not sent for ever, and does not hold up what comes after', async () => {
  server();
  patch.mockRejectedValueOnce(new ApiError('PLAN_ROW_PUBLISHED', '这一项已经公布了', 409));
  decide(plan.id, [row], { capacity: 30 }, '定名额');
  decide(plan.id, [second], { capacity: 40 }, '定名额');
  await sendKept();
  expect(useSaver.getState().failure?.message).toBe('这一项已经公布了');
  expect(useSaver.getState().steps).toEqual([]);
  expect(patch).toHaveBeenCalledTimes(2);
  expect(takeBack(plan.id)).toEqual({ what: '定名额', rows: [2] });
});

test('steps are taken back one by one, a bulk step whole, each to what stood before', async () => {
  server();
  decide(plan.id, [row], { capacity: 30 }, '定名额');
  decide(plan.id, now(), { venueId: '7' }, '定场地');
  expect(takeBack(plan.id)).toEqual({ what: '定场地', rows: [1, 2, 3] });
  expect([shown(0), shown(1)]).toEqual([{ capacity: 30 }, {}]);
  expect(takeBack(plan.id)).toEqual({ what: '定名额', rows: [1] });
  expect(shown(0)).toEqual({});
  expect(takeBack(plan.id)).toBeNull();
  await sendKept();
  expect(patch.mock.calls.at(-1)?.[1].body.items).toEqual([{ row: row.id, decision: {}, replace: true }]);
});

test('a day and then its hours are one step to take back; another field is another', () => {
  server();
  decide(plan.id, [row], { startsAt: '2099-09-08T01:30:00.000Z' }, '定日期');
  decide(plan.id, now().slice(0, 1), { endsAt: '2099-09-08T03:00:00.000Z' }, '定日期');
  decide(plan.id, now().slice(0, 1), { capacity: 30 }, '定名额');
  expect(takeBack(plan.id)?.what).toBe('定名额');
  expect(takeBack(plan.id)?.what).toBe('定日期');
  expect(shown()).toEqual({});
});

test('a value can be taken out, and that too is taken back', () => {
  server();
  decide(plan.id, [row], { capacity: 30, moreTimes: [] }, '定各场时间');
  decideAnew(plan.id, now()[0] ?? row, { capacity: 30 }, '只留一场');
  expect(shown()).toEqual({ capacity: 30 });
  takeBack(plan.id);
  expect(shown()).toEqual({ capacity: 30, moreTimes: [] });
});
