import { PlanReadingService } from './plan-reading.service';

const TEXT = '2025年“政府开放日”计划表\n序号\t时间\t主题\t单位\n1\t9月上旬\t看水厂\t水务局';
const known = { units: null };

afterEach(() => jest.useRealTimers());

test('a sheet is read and understood; a refusal keeps its code and what it says', async () => {
  const reader = new PlanReadingService();
  await expect(reader.read({ text: TEXT }, known)).resolves.toMatchObject({ year: 2025, rows: [{}] });
  const list = '2024年办公用品采购清单\n序号,品名,规格,数量,单价\n1,笔,黑,10,2\n2,纸,A4,5,20';
  await expect(reader.read({ bytes: Buffer.from(list) }, known)).rejects.toMatchObject({
    code: 'NOT_A_PLAN',
    details: [{ message: '看起来是“采购清单”。' }],
  });
});

test('two are read at once, eight wait, and the next is told to come back; nobody who waits is forgotten', async () => {
  const reader = new PlanReadingService();
  const all = Array.from({ length: 11 }, () => reader.read({ text: TEXT }, known));
  const done = await Promise.allSettled(all);
  expect(done.map(({ status }) => status)).toEqual([...Array<string>(10).fill('fulfilled'), 'rejected']);
  expect((done[10] as PromiseRejectedResult).reason).toMatchObject({ code: 'BUSY' });
  await expect(reader.read({ text: TEXT }, known)).resolves.toMatchObject({ year: 2025 });
});

test('what takes too long is ended, and the next is read', async () => {
  jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
  const reader = new PlanReadingService();
  const reading = expect(reader.read({ text: TEXT }, known)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  // At once, so that it has no time to be done.
  while (!jest.getTimerCount()) await Promise.resolve();
  jest.advanceTimersByTime(20_000);
  await reading;
  jest.useRealTimers();
  await expect(reader.read({ text: TEXT }, known)).resolves.toMatchObject({ year: 2025 });
});
