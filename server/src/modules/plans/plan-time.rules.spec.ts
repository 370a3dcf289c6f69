import { readTime } from './plan-time.rules';

const read = (text: string, year: number | null = 2024) => {
  const { window, startTime, endTime, findings } = readTime(text, year);
  return { window, startTime, endTime, codes: findings.map(({ code }) => code) };
};

/** text, first day ~ last day (or null), precision, start, end, codes. */
const CASES: [string, string | null, string | null, string | null, string | null, string[]][] = [
  ['9 月 4 日', '2024-09-04~2024-09-04', 'day', null, null, ['time_of_day_missing']],
  ['9月上旬', '2024-09-01~2024-09-10', 'tenDays', null, null, ['date_vague']],
  ['9 月中旬', '2024-09-11~2024-09-20', 'tenDays', null, null, ['date_vague']],
  ['9月份下旬', '2024-09-21~2024-09-30', 'tenDays', null, null, ['date_vague']],
  ['2月下旬', '2024-02-21~2024-02-29', 'tenDays', null, null, ['date_vague']],
  ['9月上旬-中旬', '2024-09-01~2024-09-20', 'tenDays', null, null, ['date_vague']],
  ['6月', '2024-06-01~2024-06-30', 'month', null, null, ['date_vague']],
  ['9月底', '2024-09-01~2024-09-30', 'month', null, null, ['date_vague']],
  ['3月-4月', '2024-03-01~2024-04-30', 'months', null, null, ['date_vague', 'range_long']],
  ['3～4月', '2024-03-01~2024-04-30', 'months', null, null, ['date_vague', 'range_long']],
  ['12月至次年1月', '2024-12-01~2025-01-31', 'months', null, null, ['date_vague', 'range_long']],
  ['第三季度', '2024-07-01~2024-09-30', 'months', null, null, ['date_vague', 'range_long']],
  ['2022年8月26日(星期五)上午9:30—11:00', '2022-08-26~2022-08-26', 'day', '09:30', '11:00', []],
  ['9月6日上午9：00至下午4：00', '2024-09-06~2024-09-06', 'day', '09:00', '16:00', []],
  ['9月6日9点半-11点', '2024-09-06~2024-09-06', 'day', '09:30', '11:00', []],
  ['9月6日下午2:00-4:00', '2024-09-06~2024-09-06', 'day', '14:00', '16:00', []],
  ['9月6日下午15:30', '2024-09-06~2024-09-06', 'day', '15:30', null, ['end_time_missing']],
  ['9月6日下午3:00', '2024-09-06~2024-09-06', 'day', '15:00', null, ['end_time_missing']],
  ['9月6日15:30', '2024-09-06~2024-09-06', 'day', '15:30', null, ['end_time_missing']],
  ['9月6日15:00', '2024-09-06~2024-09-06', 'day', '15:00', null, ['end_time_missing']],
  ['9月6日3:00', '2024-09-06~2024-09-06', 'day', null, null, ['time_of_day_missing']],
  ['9月10日上午', '2024-09-10~2024-09-10', 'day', null, null, ['time_of_day_missing']],
  ['9月4日、9月6日', '2024-09-04~2024-09-06', 'range', null, null, ['date_multiple', 'time_of_day_missing']],
  ['9月4、6日', '2024-09-04~2024-09-06', 'range', null, null, ['date_multiple', 'time_of_day_missing']],
  ['3月22日至3月27日', '2024-03-22~2024-03-27', 'range', null, null, ['date_multiple', 'time_of_day_missing']],
  ['7月2日至9日', '2024-07-02~2024-07-09', 'range', null, null, ['date_multiple', 'time_of_day_missing']],
  ['每周四9:00—11:00;14:00—16:00', '2024-01-01~2024-12-31', 'recurring', null, null, ['date_vague']],
  ['每月一次', '2024-01-01~2024-12-31', 'recurring', null, null, ['date_vague']],
  ['9月6日（暂定）', '2024-09-06~2024-09-06', 'day', null, null, ['tentative', 'time_of_day_missing']],
  ['10月上旬(具体时间另行通知)', '2024-10-01~2024-10-10', 'tenDays', null, null, ['tentative', 'date_vague']],
  ['具体时间另行通知', null, null, null, null, ['tentative', 'date_missing']],
  ['2024年9月3日(星期二)9:00-10:00', '2024-09-03~2024-09-03', 'day', '09:00', '10:00', []],
  ['9月6日（周五）9:00-10:00', '2024-09-06~2024-09-06', 'day', '09:00', '10:00', []],
  ['9月6日（周四）9:00-10:00', '2024-09-06~2024-09-06', 'day', '09:00', '10:00', ['weekday_contradiction']],
  ['（本周六）', null, null, null, null, ['date_vague']],
  ['2025年731', null, null, null, null, ['date_damaged']],
  ['2025620日上午9:0011:00', null, null, null, null, ['date_damaged']],
  ['2月30日', null, null, null, null, ['date_damaged']],
  ['9月6日25:00', '2024-09-06~2024-09-06', 'day', null, null, ['date_damaged']],
  ['8月24日前', null, null, null, null, ['deadline_ambiguous']],
  ['9月8日10:00-11:00', '2024-09-08~2024-09-08', 'day', '10:00', '11:00', ['weekend']],
  ['9月15日10:00-11:00', '2024-09-15~2024-09-15', 'day', '10:00', '11:00', ['holiday']],
  ['9月14日10:00-11:00', '2024-09-14~2024-09-14', 'day', '10:00', '11:00', []],
  ['9月6日 东桥广场', '2024-09-06~2024-09-06', 'day', null, null, ['stray_text', 'time_of_day_missing']],
  ['2024-09-06 00:00:00', '2024-09-06~2024-09-06', 'day', null, null, ['time_of_day_missing']],
  ['45541', '2024-09-06~2024-09-06', 'day', null, null, ['time_of_day_missing']],
  ['', null, null, null, null, ['date_missing']],
];

test.each(CASES)('%s', (text, days, precision, startTime, endTime, codes) => {
  const got = read(text);
  expect(got.window && `${got.window.from}~${got.window.to}`).toBe(days);
  expect(got.window?.precision ?? null).toBe(precision);
  expect({ startTime: got.startTime, endTime: got.endTime, codes: got.codes }).toEqual({ startTime, endTime, codes });
});

test('without a year a date is asked for and never guessed', () => {
  expect(read('9月6日9:00-10:00', null)).toMatchObject({ window: null, codes: ['year_missing'] });
  expect(read('2023年9月6日9:00-10:00', null).window?.from).toBe('2023-09-06');
});

test('the raw words stay beside the window', () => {
  expect(read('9 月\n上旬').window?.text).toBe('9 月上旬');
});
