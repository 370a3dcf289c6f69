import type { AttendanceRow } from '@openday/shared/reports';
import { stateOf, totalsOf } from './attendance-totals.rules';

const row = (over: Partial<AttendanceRow> = {}): AttendanceRow => ({
  sessionId: '1',
  eventId: '1',
  theme: '居民议事日',
  organizer: { id: '1', name: '某社区' },
  venue: '会议室',
  startsAt: '',
  endsAt: '',
  mode: 'firstCome',
  state: 'ended',
  planned: { min: 15, max: 20, text: '15-20人', approximate: false },
  capacity: 20,
  registered: 18,
  checkedIn: 16,
  walkIns: 2,
  handCount: 17,
  ...over,
});

test('totals add what is known, keep an open band open and leave out what was cancelled', () => {
  const open = row({
    planned: { min: 10, max: null, text: '10余人', approximate: false },
    checkedIn: null,
    handCount: null,
  });
  expect(totalsOf([row(), open, row({ state: 'cancelled' })])).toEqual({
    sessions: 2,
    planned: 25,
    plannedOpen: true,
    capacity: 40,
    registered: 36,
    checkedIn: 16,
    handCount: 17,
  });
});

test('a session is upcoming until its start, ended from its end', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 8, 1, hour));
  const session = { startsAt: at(2), endsAt: at(4), cancelledAt: null };
  expect([1, 2, 3, 4].map((hour) => stateOf(session, at(hour)))).toEqual(['upcoming', 'ongoing', 'ongoing', 'ended']);
});
