import {
  asOfText,
  clockOf,
  clockRangeText,
  clockText,
  countdown,
  dayOf,
  daysLeftText,
  daysUntil,
  dayText,
  instantOf,
  momentText,
  rangeText,
  windowText,
} from './dates';

const now = Date.parse('2026-09-04T02:20:00.000Z');

describe('times are written as people in China say them', () => {
  test.each([
    ['2026-09-06T01:00:00.000Z', '2026-09-06T02:30:00.000Z', '9月6日 周日 上午9:00–10:30'],
    ['2026-09-08T06:30:00.000Z', '2026-09-08T08:30:00.000Z', '9月8日 周二 下午2:30–4:30'],
    ['2026-09-08T01:00:00.000Z', '2026-09-08T06:00:00.000Z', '9月8日 周二 上午9:00–下午2:00'],
    ['2026-09-08T11:00:00.000Z', '2026-09-08T12:30:00.000Z', '9月8日 周二 晚上7:00–8:30'],
    ['2027-01-02T01:00:00.000Z', '2027-01-02T02:00:00.000Z', '2027年1月2日 周六 上午9:00–10:00'],
    ['2026-09-06T01:00:00.000Z', '2026-09-07T09:00:00.000Z', '9月6日 周日 上午9:00 到 9月7日 周一 下午5:00'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(rangeText(from, to, now)).toBe(words);
  });

  test.each([
    ['2026-09-05T16:30:00.000Z', '凌晨0:30'],
    ['2026-09-06T03:59:00.000Z', '上午11:59'],
    ['2026-09-06T04:00:00.000Z', '中午12:00'],
    ['2026-09-06T05:00:00.000Z', '下午1:00'],
    ['2026-09-06T10:00:00.000Z', '晚上6:00'],
  ])('%s is %s', (at, words) => {
    expect(clockText(at)).toBe(words);
  });

  test('noon starts a period of its own in a range', () => {
    expect(clockRangeText('2026-09-06T03:00:00.000Z', '2026-09-06T04:30:00.000Z')).toBe('上午11:00–中午12:30');
  });

  test('a deadline has no weekday', () => {
    expect(momentText('2026-09-09T09:00:00.000Z', now)).toBe('9月9日 下午5:00');
  });

  test('what was seen today is told by the clock, what was seen before with its day', () => {
    expect(asOfText('2026-09-04T01:05:00.000Z', now)).toBe('上午9:05');
    expect(asOfText('2026-09-03T12:00:00.000Z', now)).toBe('9月3日 晚上8:00');
  });

  test('a day that is still yesterday in UTC belongs to the day in China', () => {
    expect(dayOf('2026-09-05T16:00:00.000Z')).toBe('2026-09-06');
    expect(dayText('2026-09-05T16:00:00.000Z', now)).toBe('9月6日 周日');
  });
});

describe('days left are counted on the calendar, not in hours', () => {
  test.each([
    ['2026-09-04T15:59:00.000Z', 0, '今天'],
    ['2026-09-04T16:00:00.000Z', 1, '明天'],
    ['2026-09-06T01:00:00.000Z', 2, '后天'],
    ['2026-09-10T01:30:00.000Z', 6, '还有 6 天'],
    ['2026-09-03T01:30:00.000Z', -1, ''],
  ])('%s is %i days away: %s', (at, days, words) => {
    expect(daysUntil(at, now)).toBe(days);
    expect(daysLeftText(at, now)).toBe(words);
  });
});

test('a vague time stays vague', () => {
  const now = Date.parse('2026-09-01T02:00:00Z');
  const tenDays = { text: '9月中旬', from: '2026-09-11', precision: 'tenDays' as const };
  expect(windowText(tenDays, now)).toBe('9月中旬，日子还没定');
  expect(windowText({ ...tenDays, from: '2025-09-11' }, now)).toBe('2025年9月中旬，日子还没定');
  expect(windowText({ text: '9月6日', from: '2026-09-06', precision: 'day' }, now)).toBe('9月6日，几点还没定');
});

test('a form’s day and clock are China’s', () => {
  const at = instantOf('2026-09-06', '09:00');
  expect(at).toBe('2026-09-06T01:00:00.000Z');
  expect([dayOf(at), clockOf(at)]).toEqual(['2026-09-06', '09:00']);
});

test('a countdown ends at zero and never shows less', () => {
  expect(countdown('2026-09-08T01:00:00.000Z', now)).toEqual({ days: 3, hours: 22, minutes: 40, seconds: 0 });
  expect(countdown('2026-09-01T01:00:00.000Z', now)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});
