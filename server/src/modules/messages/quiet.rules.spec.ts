import type { MessageKind } from '@openday/shared/messages';
import { quietUntil, reminderSpan } from './quiet.rules';
import type { ReminderKind } from './reminder.entity';

/** Clock in China of these days: 6 September 2026 is a Sunday. */
const china = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00.000+08:00`);

describe('quiet hours are 21:00 to 8:00 in China', () => {
  const cases: [kind: MessageKind, now: string, startsAt: string | null, until: string | null][] = [
    ['promoted', '2026-09-05 20:59', '2026-09-07 09:00', null],
    ['promoted', '2026-09-05 21:00', '2026-09-07 09:00', '2026-09-06 08:00'],
    ['promoted', '2026-09-06 00:30', '2026-09-07 09:00', '2026-09-06 08:00'],
    ['promoted', '2026-09-06 07:59', '2026-09-07 09:00', '2026-09-06 08:00'],
    ['promoted', '2026-09-06 08:00', '2026-09-07 09:00', null],
    ['suggestionAnswered', '2026-12-31 23:00', null, '2027-01-01 08:00'],
    // A change of what is not today waits as well.
    ['changed', '2026-09-05 22:00', '2026-09-06 09:00', '2026-09-06 08:00'],
    ['changed', '2026-09-06 06:10', '2026-09-06 09:00', null],
    ['sessionCancelled', '2026-09-06 00:00', '2026-09-06 23:30', null],
    ['sessionCancelled', '2026-09-06 22:00', '2026-09-06 23:00', null],
    // On the day itself, but no change.
    ['promoted', '2026-09-06 06:10', '2026-09-06 09:00', '2026-09-06 08:00'],
    ['dateSet', '2026-09-06 06:10', '2026-09-06 09:00', '2026-09-06 08:00'],
  ];
  test.each(cases)('%s at %s about %s waits until %s', (kind, now, startsAt, until) => {
    expect(quietUntil(kind, startsAt === null ? [] : [china(startsAt)], china(now))).toEqual(until && china(until));
  });
});

describe('reminders keep out of the night', () => {
  const cases: [kind: ReminderKind, startsAt: string, from: string, until: string][] = [
    ['dayBefore', '2026-09-06 09:00', '2026-09-05 18:00', '2026-09-05 21:00'],
    ['dayBefore', '2026-09-06 00:10', '2026-09-05 18:00', '2026-09-05 21:00'],
    ['twoHours', '2026-09-06 14:00', '2026-09-06 12:00', '2026-09-06 14:00'],
    ['twoHours', '2026-09-06 10:00', '2026-09-06 08:00', '2026-09-06 10:00'],
    ['twoHours', '2026-09-06 09:59', '2026-09-05 20:30', '2026-09-05 21:00'],
    ['twoHours', '2026-09-06 09:00', '2026-09-05 20:30', '2026-09-05 21:00'],
    ['twoHours', '2026-09-06 22:59', '2026-09-06 20:59', '2026-09-06 21:00'],
    ['twoHours', '2026-09-06 23:00', '2026-09-06 20:30', '2026-09-06 21:00'],
    ['twoHours', '2026-01-01 01:30', '2025-12-31 20:30', '2025-12-31 21:00'],
  ];
  test.each(cases)('%s of a session at %s goes out from %s until %s', (kind, startsAt, from, until) => {
    expect(reminderSpan(kind, china(startsAt))).toEqual({ from: china(from), until: china(until) });
  });

  test('no reminder may go out at night, whenever a session begins', () => {
    for (let minute = 0; minute < 1440; minute += 1)
      for (const kind of ['dayBefore', 'twoHours'] as const) {
        const startsAt = new Date(china('2026-09-06 00:00').getTime() + minute * 60_000);
        const { from, until } = reminderSpan(kind, startsAt);
        expect(from < until && until <= startsAt).toBe(true);
        expect([
          quietUntil(kind, [startsAt], from),
          quietUntil(kind, [startsAt], new Date(until.getTime() - 1)),
        ]).toEqual([null, null]);
      }
  });
});
