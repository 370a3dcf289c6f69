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
  ['9月上中旬', '2024-09-01~2024-09-20', 'tenDays', null, null, ['date_vague']],
  ['9月中上旬', '2024-09-01~2024-09-20', 'tenDays', null, null, ['date_vague']],
  ['5、6月', '2024-05-01~2024-06-30', 'months', null, null, ['date_vague', 'range_long']],
  ['2024.9', '2024-09-01~2024-09-30', 'month', null, null, ['date_vague']],
  ['三月中旬', '2024-03-11~2024-03-20', 'tenDays', null, null, ['date_vague']],
  ['九月六日上午九时', '2024-09-06~2024-09-06', 'day', '09:00', null, ['end_time_missing']],
  ['5月国庆期间', '2024-05-01~2024-05-31', 'month', null, null, ['date_vague']],
  ['农历八月十五', null, null, null, null, ['date_vague']],
  ['即日起至9月30日', null, null, null, null, ['date_vague']],
  ['9月6日起', null, null, null, null, ['date_vague']],
  ['9月6日（为期三天）', null, null, null, null, ['date_vague']],
  ['9月 日', null, null, null, null, ['date_damaged']],
  ['20263', null, null, null, null, ['date_damaged']],
  ['20266月上旬', null, null, null, null, ['date_damaged']],
  ['9月6日上午9:00（9月3日前报名）', '2024-09-06~2024-09-06', 'day', '09:00', null, ['end_time_missing']],
  ['9月6日9:00-11:00（签到8:30）', '2024-09-06~2024-09-06', 'day', '09:00', '11:00', []],
  ['每月一次,全年开放频次不少于12次', '2024-01-01~2024-12-31', 'recurring', null, null, ['date_vague']],
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

test.each<[string, string[]]>([
  ['9月4日、9月6日 9:00-10:30', ['2024-09-04 09:00-10:30', '2024-09-06 09:00-10:30']],
  ['9月4日9:00-11:00、9月6日14:00-16:00', ['2024-09-04 09:00-11:00', '2024-09-06 14:00-16:00']],
  ['7月2日至4日', ['2024-07-02 -', '2024-07-03 -', '2024-07-04 -']],
  [
    '9月6日至9日（周末除外）上午8:30-11:30、下午15:00-17:00',
    ['2024-09-06 08:30-11:30', '2024-09-06 15:00-17:00', '2024-09-09 08:30-11:30', '2024-09-09 15:00-17:00'],
  ],
  ['9月每周四9:00—11:00', ['05', '12', '19', '26'].map((day) => `2024-09-${day} 09:00-11:00`)],
  ['9月第1周', []],
  ['9月6日9:00-9月7日17:00', ['2024-09-06 -', '2024-09-07 -']],
  ['9月6日9:00-11:00', []],
  ['9月上旬', []],
])('the occurrences %s proposes', (text, times) => {
  const got = readTime(text, 2024).times.map(
    ({ day, startTime, endTime }) => `${day} ${startTime ?? ''}-${endTime ?? ''}`,
  );
  expect(got).toEqual(times);
});

test.each([
  ['每月15日', 12],
  ['每月第一个周五', 12],
  ['每月最后一个周五', 12],
  ['每周四', 52],
  ['每周一至周五', 0],
  ['每月一次', 0],
])('a year of %s has %i occurrences to confirm', (text, count) => {
  expect(readTime(text, 2024).times).toHaveLength(count);
});

test('what repeats is bounded only by the sheet’s own words', () => {
  expect(readTime('每周四', 2024)).toMatchObject({ bounded: false, recurrence: '每周四' });
  expect(readTime('9月每周四', 2024)).toMatchObject({
    bounded: true,
    window: { from: '2024-09-01', to: '2024-09-30' },
  });
});

test('each weekday is held against the date it stands with', () => {
  const codes = (text: string) => readTime(text, 2024).findings.map(({ code }) => code);
  expect(codes('9月4日（周三）、9月6日（周五）')).not.toContain('weekday_contradiction');
  expect(codes('9月4日（周五）、9月6日（周三）')).toContain('weekday_contradiction');
});

test.each([
  ['9月8日10:00-11:00', '2024年9月8日是周日，请核对。'],
  ['9月6日（周四）9:00-10:00', '2024年9月6日是星期五，表里写“周四”，请定下哪个对。'],
])('%s is asked about by a date as people write it', (raw, message) => {
  expect(readTime(raw, 2024).findings.map((each) => each.message)).toContain(message);
});
