import { dayOf } from '@openday/shared/dates';
import { DAY, windowOf } from './moments';

const HEAD = ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'];
const UNIT = '高新区九州发展服务中心';

/** A sheet still to be reviewed, as a unit would paste it: some rows clear, some vague, some that need a decision. */
export function draftSheet(now: number): string {
  const late = windowOf({ third: '下旬', later: 0 }, now).text;
  const next = windowOf({ third: '上旬', later: 0 }, now).text;
  const on = (days: number) => {
    const [, month, day] = dayOf(now + days * DAY).split('-');
    return `${Number(month)}月${Number(day)}日`;
  };
  const rows = [
    [
      `${on(16)}上午9:30-11:00`,
      '居民议事日：供暖问一问',
      '在先锋社区党群服务中心，听居民说家里热不热，供热单位当面答。',
      '20人',
      '先锋社区',
    ],
    [late, '看看快递怎么分拣', '请居民到辖区分拣站走一圈，看包裹怎么分、怎么送。', '15人', '凤凰社区'],
    [`${on(18)}下午2:30`, '居民议事日：楼道堆物怎么办', '请居民代表坐下来商量楼道清理。', '10余人', '庐山路社区'],
    [next, '社区食堂后厨开放', '请老人和家属看看后厨怎么做饭，尝一尝。', '20-30人', '黄山路社区'],
    [on(20), '便民服务体验', '陪居民走一遍办事流程，记下哪里不方便。', '约30人', '长江路社区'],
    [`${on(23)}上午9:00-10:30`, '儿童友好空间参观', '请小学生和家长参观社区儿童活动空间。', '20人', '先锋社区'],
  ];
  const lines = rows.map(([time, theme, content, people, community], i) =>
    [String(i + 1), time, theme, content, people, `${UNIT}${community}`, `社区办公室 0635-00000${31 + i}`].join('\t'),
  );
  return [`${dayOf(now).slice(0, 4)}年九州街道开放日补充计划`, HEAD.join('\t'), ...lines].join('\n');
}
