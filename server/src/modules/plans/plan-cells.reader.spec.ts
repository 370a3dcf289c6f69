import { readPlanText } from './plan-text.reader';
import { type PlanReading, readPlan } from './plan-understanding.rules';

const read = (text: string): PlanReading => readPlan(readPlanText(text), { units: null });

test('a form with a cell to a line, empty ones among them', () => {
  const rows = [
    ['申报单位', '水务局', '', ''],
    ['活动主题', '走进智慧水务', '', ''],
    ['活动时间', '2024年10月16日上午9:30-11:00', '', ''],
    ['活动地点', '水务调度中心', '参加人数', '30人'],
  ];
  const text = `2024年政府开放日活动申报表\n${rows
    .flat()
    .map((cell) => `${cell} |`)
    .join('\n')}`;
  const plan = read(text);
  expect(plan.rows).toHaveLength(1);
  expect(plan.rows[0]!.values).toMatchObject({
    unit: '水务局',
    theme: '走进智慧水务',
    startTime: '09:30',
    venueText: '水务调度中心',
    headcount: { max: 30 },
  });
});

test('what a web page puts below its table is no cell of it', () => {
  const rows = ['1', '走进养老院', '市民政局', '10月中旬', '2', '宪法宣传', '市司法局', '12月4日'];
  const text = [
    '2024年政府开放日活动安排表',
    '序号',
    '活动主题',
    '责任单位',
    '活动时间',
    ...rows,
    '扫一扫在手机打开当前页',
  ];
  const plan = read(text.join('\n\n'));
  expect(plan.rows[1]!.values).toMatchObject({ theme: '宪法宣传', window: { from: '2024-12-04' } });
  expect(plan.rows[1]!.findings.map(({ code }) => code)).toContain('time_of_day_missing');
});
