import { misnamedCampaign, readTitle, yearOf } from './plan-title.rules';

test.each<[string[], string[], string[], string | null, number | null, string | null]>([
  [['2024 年湖畔区“政府开放月”活动统计表'], [], [], '2024年湖畔区“政府开放月”活动统计表', 2024, '政府开放月'],
  [['附件1', '政府开放日活动安排表'], ['2023年5月20日'], [], '政府开放日活动安排表', 2023, '政府开放日'],
  [['政府开放日活动安排表', '按照2025年工作安排'], [], [], '政府开放日活动安排表', 2025, '政府开放日'],
  [['公众开放日计划'], [], ['2022年8月26日', '2022年9月1日'], '公众开放日计划', 2022, '公众开放日'],
  [['公众开放日计划'], [], ['8月26日'], '公众开放日计划', null, '公众开放日'],
  [[], [], [], null, null, null],
])('%j', (preface, closing, times, title, year, programme) => {
  expect(readTitle(preface, closing, times)).toEqual({ title, year, programme });
});

test('a year in Chinese numerals is read; two years are none', () => {
  expect(yearOf('二〇二四年活动表')).toBe(2024);
  expect(yearOf('2023年至2024年')).toBeNull();
});

test('a campaign written otherwise is asked about', () => {
  expect(misnamedCampaign('惠民服务——“政府公开月活动”', '政府开放月')).toBe('政府公开月活动');
  expect(misnamedCampaign('政府开放日走进水厂', '政府开放月')).toBeNull();
});
