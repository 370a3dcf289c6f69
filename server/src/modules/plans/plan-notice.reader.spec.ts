import { readPlanText } from './plan-text.reader';
import { readPlan } from './plan-understanding.rules';

const read = (text: string) => readPlan(readPlanText(text), { units: null });
const valuesOf = (text: string) => read(text).rows.map(({ values }) => values);
const codesOf = (text: string) => read(text).rows[0]!.findings.map(({ code }) => code);

const NOTICE = `首页 > 政务公开 > 活动预告
青石县林业局关于开展2025年“政府开放日”活动的公告
发布时间：2025-09-08
为深化政务公开，现将有关事项公告如下：
一、活动主题
绿色青石 共建共享
二、活动时间及地点
（一）活动时间：2025年9月23日（星期二）上午9:00—12:00
（二）活动地点：林业局、西山林场
三、邀请对象
年满18周岁的市民代表12名、企业代表6名，林业局代表7名，共计25人。
三、活动内容
（一）现场参观。
1.会议地点：局三楼会议室
六、报名方式
联系人：王小明，联系电话：0635-0000001。报名截止时间为2025年9月20日18:00。
特此公告。
青石县林业局
2025年9月8日
扫一扫在手机打开`;

test('a notice under headings whose numbers repeat and skip', () => {
  const plan = read(NOTICE);
  expect(plan).toMatchObject({ title: '青石县林业局关于开展2025年“政府开放日”活动的公告', year: 2025 });
  expect(plan.rows).toHaveLength(1);
  expect(plan.rows[0]!.values).toMatchObject({
    theme: '绿色青石 共建共享',
    window: { from: '2025-09-23', precision: 'day' },
    startTime: '09:00',
    endTime: '12:00',
    venueText: '林业局、西山林场',
    unit: '青石县林业局',
    headcount: { min: 25, max: 25 },
    groups: [
      { name: '市民代表', seats: 12 },
      { name: '企业代表', seats: 6 },
    ],
    contacts: [{ name: '王小明', phones: ['0635-0000001'] }],
    closesAt: '2025-09-20T18:00',
  });
  expect(codesOf(NOTICE)).toEqual(['headcount_meaning', 'venue_multiple']);
});

test.each([
  ['lost', ''],
  ['spaces', ' '],
])('the same with its line breaks %s', (_, gap) => {
  const [whole] = valuesOf(NOTICE);
  const [flat] = valuesOf(NOTICE.split('\n').slice(1).join(gap));
  for (const key of ['window', 'startTime', 'endTime', 'venueText', 'unit', 'groups', 'contacts', 'closesAt'] as const)
    expect(flat![key]).toEqual(whole![key]);
});

const SEVERAL = `柳溪县关于2024年“政府开放月”活动安排的通告
（一）走进融媒体中心
活动时间：10月15日（星期二）上午9:00-11:00
活动地点：演播厅
参加对象：市民代表30人
主办单位：县融媒体中心
联系电话：0635-0000141
（二）走进疾控中心
活动时间：10月16日下午2:30-4:30
活动地点：检验楼
参加对象：居民20人
主办单位：县疾控中心
联系电话：0635-0000142
柳溪县人民政府办公室
2024年9月28日`;

test.each([
  ['in lines', SEVERAL],
  ['joined', SEVERAL.replace(/\n/g, '')],
])('each open day of a notice has its own place, time, unit and number: %s', (_, text) => {
  expect(
    valuesOf(text).map(({ theme, window, unit, venueText, contacts, headcount }) => [
      theme,
      window?.from,
      unit,
      venueText,
      contacts[0]?.phones[0],
      headcount?.max,
    ]),
  ).toEqual([
    ['走进融媒体中心', '2024-10-15', '县融媒体中心', '演播厅', '0635-0000141', 30],
    ['走进疾控中心', '2024-10-16', '县疾控中心', '检验楼', '0635-0000142', 20],
  ]);
});

test('what comes round again without a name of its own is parted where it begins', () => {
  const rows = valuesOf(`青石市环保设施向公众开放计划
一、开放单位及开放内容、时间和地点
开放单位：市环境监测中心
1.开放内容：参观实验室
2.开放时间：每月一次
3.活动地：文化路18号
开放单位：市污水处理厂
1.开放内容：参观生化池
2.开放时间：每两个月一次
3.活动地：滨河路1号`);
  expect(rows.map(({ unit, content, recurrence, venueText }) => [unit, content, recurrence, venueText])).toEqual([
    ['市环境监测中心', '参观实验室', '每月一次', '文化路18号'],
    ['市污水处理厂', '参观生化池', '每两个月一次', '滨河路1号'],
  ]);
});

test('open days told in numbered sentences', () => {
  const rows = valuesOf(`金湖区2023年“政府开放月”活动预告
1.9月5日上午9:00-10:30，区法院开展“旁听一场庭审”活动，地点：第三审判庭，30人，联系电话0635-0000611；
2.9月6日下午2:30-4:00，区水务局开展“走进水厂”活动，地点：城东水厂，25人，联系电话0635-0000612。
金湖区政务公开办公室
2023年8月28日`);
  expect(
    rows.map(({ theme, unit, venueText, startTime, headcount }) => [theme, unit, venueText, startTime, headcount?.max]),
  ).toEqual([
    ['旁听一场庭审', '区法院', '第三审判庭', '09:00', 30],
    ['走进水厂', '区水务局', '城东水厂', '14:30', 25],
  ]);
});

test('damage is never read, and what a notice does not say it lacks', () => {
  const text = `虎山乡2025年“政府开放日”活动公告
一、活动安排
（一）活动主题
政务开放零距离
（二）活动时间
2025年731
（三）活动地点
农贸市场`;
  expect(valuesOf(text)[0]).toMatchObject({
    theme: '政务开放零距离',
    window: null,
    unit: '虎山乡',
    venueText: '农贸市场',
  });
  expect(codesOf(text)).toEqual(['date_damaged', 'headcount_missing']);
});

test('a notice without a theme is called what its title calls it, and that is asked', () => {
  const text = `规划中心关于开展“坪湖区政府开放日”系列活动之“建设成果分享”的公告
一、活动时间
2022年8月26日上午9:30-11:00
二、活动地点
荣德大厦13楼
三、活动对象
市民20人`;
  expect(valuesOf(text)[0]!.theme).toBe('“坪湖区政府开放日”系列活动之“建设成果分享”');
  expect(codesOf(text)).toContain('theme_from_title');
});

test('labels in brackets', () => {
  expect(
    valuesOf(
      '“走进监测站”政府开放日活动招募\n【活动时间】2025年6月5日14:30—16:30\n【活动地点】监测中心\n【活动人数】30人\n【主办单位】市环境局',
    )[0],
  ).toMatchObject({
    startTime: '14:30',
    venueText: '监测中心',
    headcount: { max: 30 },
    unit: '市环境局',
  });
});

test.each([
  '定于本周六（2025年9月13日）上午9:00在村党群服务中心',
  '定于2025年9月13日（星期六）上午9:00在村党群服务中心',
])('a sentence with its day in brackets keeps its clock: %s', (sentence) => {
  const text = `政府开放日议事活动通知\n各位居民：\n${sentence}召开议事会。\n梅西村村民委员会\n2025年9月9日`;
  expect(valuesOf(text)[0]).toMatchObject({ window: { from: '2025-09-13' }, startTime: '09:00' });
});
