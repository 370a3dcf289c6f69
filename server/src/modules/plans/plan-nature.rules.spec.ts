import { readPlanText } from './plan-text.reader';

const table = (title: string, head: string, ...rows: string[]) => [title, head, ...rows].join('\n');
const seems = (text: string): string | null => {
  try {
    readPlanText(text);
    return null;
  } catch (error) {
    const { code, details } = error as { code: string; details?: { message: string }[] };
    return `${code} ${details?.[0]?.message ?? ''}`.trim();
  }
};

test.each<[string, string]>([
  [
    '在线访谈安排',
    table(
      '2024年市政府网站在线访谈活动安排',
      '序号 |\n访谈单位 |\n访谈主题 |\n时间 |',
      '1 |\n市地震局 |\n防震减灾宣传 |\n4月 |',
    ),
  ],
  ['采购清单', table('区水务局采购清单', '序号\t品名\t规格型号\t数量\t单价', '1\t水泵\tA1\t2\t300')],
  [
    '值班表',
    table('国庆值班表', '日期\t带班领导\t值班人员\t地点\t电话', '10月1日\t王小明\t李小红\t值班室\t0635-0000001'),
  ],
  ['资金表', table('2025年部门预算表', '序号\t项目名称\t单位\t金额（万元）\t时间', '1\t修路\t交通局\t20\t3月')],
  ['招聘或考试名单', table('招聘岗位表', '序号\t单位\t岗位代码\t人数\t报名时间', '1\t医院\tA01\t2\t3月1日')],
  [
    '会议安排',
    table(
      '2025年第三季度会议安排',
      '序号\t会议名称\t会议时间\t会议地点\t参会人员',
      '1\t常务会议\t7月8日\t一会议室\t区领导',
    ),
  ],
  [
    '接访安排',
    table('党政领导信访接待一览表', '序号\t接访领导\t接访时间\t接访地点\t单位', '1\t王小明\t2月2日\t信访局\t区政府'),
  ],
  ['课程表', table('干部培训课程表', '序号\t课程名称\t时间\t授课教师\t地点', '1\t公文写作\t3月1日\t王小明\t教室')],
])('%s is refused by its name', (name, text) => {
  expect(seems(text)).toBe(`NOT_A_PLAN 看起来是“${name}”。`);
});

test.each([
  table(
    '2019年青石县“局长接待日”活动安排表',
    '序号\t接待单位\t接待主题\t接待时间\t接待地点',
    '1\t县信访局\t低保\t11月5日\t信访室',
  ),
  table(
    '金湖区居民议事日计划表',
    '序号\t街道社区\t议事时间\t议事主题\t参加人员',
    '1\t春风社区\t7月6日\t充电棚选址\t居民代表',
  ),
  table(
    '环保设施向公众开放安排表',
    '开放单位\t开放内容\t开放时间\t预约电话',
    '监测站\t参观自动监测设备\t每周四9:00\t0635-0000031',
  ),
  table('2025年活动安排', '序号\t活动主题\t活动时间\t单位', '1\t邀请市民走进采购中心\t9月4日\t采购中心'),
])('a real plan is never refused', (text) => {
  expect(seems(text)).toBeNull();
});
