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

test('rows without numbers begin behind a number to call, also behind one that is broken', () => {
  const text = `2019年“政府开放月”活动安排表
开放单位 主题名称 开展时间 开放内容 联系人及联系方式
区城市管理局 垃圾去哪儿 2019.4.15 10:00-
11:30
组织群众参观压缩转运流程。 陈小雨 0635-
0000801
区应急管理局 安全体验日 2019.5.15 10:00-
11:30
邀请市民代表到应急体验馆体验地震逃
生。
赵大海
0635-0000803
区卫生健康局 健康科普日 7 月下旬 组织群众参观检验实验室。 陈小雨 13800000008
区融媒体中心 记者一日 7 月下旬 邀请市民代表到演播厅参观演播厅。 吴小刚 0635-
0000809
区税务局 税收座谈 6 月下旬 邀请市民代表到办税服务厅解读政策。 吴小刚
13800000005`;
  const rows = read(text).rows.map(({ values }) => [values.unit, values.theme, values.contacts[0]?.phones[0]]);
  expect(rows).toEqual([
    ['区城市管理局', '垃圾去哪儿', '0635-0000801'],
    ['区应急管理局', '安全体验日', '0635-0000803'],
    ['区卫生健康局', '健康科普日', '13800000008'],
    ['区融媒体中心', '记者一日', '0635-0000809'],
    ['区税务局', '税收座谈', '13800000005'],
  ]);
});
