import { recurrenceDays } from './recurrence.rules';

const held = (days: ReturnType<typeof recurrenceDays>) => days?.filter(({ left }) => !left).map(({ day }) => day);

test('every Wednesday, eight times, closed over the National Day holiday: eight are held and the holiday is named', () => {
  const days = recurrenceDays({ from: '2026-09-01', rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=8', holidays: 'skip' });
  expect(held(days)).toEqual(
    ['02', '09', '16', '23', '30'].map((d) => `2026-09-${d}`).concat('2026-10-14', '2026-10-21', '2026-10-28'),
  );
  expect(days?.find(({ day }) => day === '2026-10-07')).toEqual({
    day: '2026-10-07',
    holiday: '国庆',
    worked: false,
    left: 'holiday',
  });
});

test('the second Saturday of each month until a day; a worked weekend is known as one', () => {
  const days = recurrenceDays({
    from: '2026-08-01',
    rule: 'FREQ=MONTHLY;BYDAY=+2SA;UNTIL=20261231',
    holidays: 'keep',
  });
  expect(held(days)).toEqual(['2026-08-08', '2026-09-12', '2026-10-10', '2026-11-14', '2026-12-12']);
  expect(days?.find(({ worked }) => worked)?.day).toBe('2026-10-10');
});

test('days left out are shown as left out, and holidays kept are named', () => {
  const days = recurrenceDays({
    from: '2026-09-24',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,FR;UNTIL=20261031',
    except: ['2026-10-08'],
    holidays: 'keep',
  });
  expect(days?.map(({ day, left, holiday }) => [day, left, holiday])).toEqual([
    ['2026-09-24', null, null],
    ['2026-09-25', null, '中秋'],
    ['2026-10-08', 'except', null],
    ['2026-10-09', null, null],
    ['2026-10-22', null, null],
    ['2026-10-23', null, null],
  ]);
});

test.each([
  'FREQ=WEEKLY;BYDAY=WE',
  'FREQ=DAILY;COUNT=3',
  'FREQ=WEEKLY;BYDAY=XX;COUNT=3',
  'FREQ=SECONDLY;COUNT=9;BYDAY=MO',
  'RRULE:anything',
  'FREQ=WEEKLY;BYDAY=MO;UNTIL=20200101',
])('%s makes no days', (rule) => {
  expect(recurrenceDays({ from: '2026-09-01', rule, holidays: 'keep' })).toBeNull();
});

test('a rule for years is cut at sixty days', () => {
  const days = recurrenceDays({
    from: '2026-01-01',
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=99',
    holidays: 'skip',
  });
  expect(held(days)).toHaveLength(60);
});
