import { readDeadline } from './plan-deadline.rules';

test.each<[string, string | null, string[]]>([
  ['请于8月24日前报名', null, ['deadline_ambiguous']],
  ['7月21日17点前通过电话报名', '2025-07-21T17:00', []],
  ['9月15日12:00时截止报名', '2025-09-15T12:00', []],
  ['报名截止时间为2025年11月14日18:00', '2025-11-14T18:00', []],
  ['报名截止日期：2025年10月31日17:00前', '2025-10-31T17:00', []],
  ['报名截止时间：7月22日前', null, ['deadline_ambiguous']],
  ['请在9月3日（周二）下午5点前报名', '2025-09-03T17:00', []],
  ['报名截止时间为开放前48小时', null, []],
  ['预约时间：3月13日至3月20日（周末除外）', null, []],
  ['于619日前报名', null, ['deadline_ambiguous']],
  ['请于9月4日前拨打电话报名', null, ['deadline_ambiguous', 'deadline_same_day']],
  ['9月4日8:00前报名', '2025-09-04T08:00', ['deadline_same_day']],
  ['9月3日前往大厅参观', null, []],
  ['', null, []],
])('%s', (text, closesAt, codes) => {
  const got = readDeadline(text, 2025, '2025-09-04');
  expect({ closesAt: got.closesAt, codes: got.findings.map(({ code }) => code) }).toEqual({ closesAt, codes });
});
