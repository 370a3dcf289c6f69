import type { AttendanceReport, AttendanceRow } from '@openday/shared/reports';
import { SESSION, someCounts } from '../../../test/support/door';
import { liveReport } from './live-report';

const row = (change: Partial<AttendanceRow> = {}): AttendanceRow => ({
  sessionId: SESSION,
  eventId: '2',
  theme: '走进便民服务中心',
  organizer: { id: '3', name: '九州街道' },
  venue: '便民服务大厅',
  startsAt: '2099-09-08T01:30:00.000Z',
  endsAt: '2099-09-08T03:00:00.000Z',
  mode: 'firstCome',
  state: 'ongoing',
  planned: null,
  capacity: 40,
  registered: 50,
  checkedIn: 10,
  walkIns: 1,
  handCount: null,
  ...change,
});
const report = (rows: AttendanceRow[], checkedIn: number): AttendanceReport => ({
  asOf: '',
  rows,
  nextCursor: null,
  totals: {
    sessions: rows.length,
    planned: 0,
    plannedOpen: false,
    capacity: 0,
    registered: 100,
    checkedIn,
    handCount: 0,
  },
});

test('a door’s figures stand in its row and in the sums, and in no other row', () => {
  const other = row({ sessionId: '9', checkedIn: 7 });
  const counts = new Map([[SESSION, someCounts({ registered: 52, checkedIn: 14, walkIns: 2, handCount: 15 })]]);
  const live = liveReport(report([row(), other], 17), counts);
  expect(live.rows).toMatchObject([{ registered: 52, checkedIn: 14, walkIns: 2, handCount: 15 }, { checkedIn: 7 }]);
  expect(live.totals).toMatchObject({ registered: 102, checkedIn: 21, handCount: 15 });
});

test('where only hands counted, checked in stays missing; where nobody registers, registered does', () => {
  const counts = new Map([[SESSION, someCounts({ registered: 0, handCount: 45 })]]);
  const live = liveReport(report([row({ registered: null, checkedIn: null, walkIns: null })], 0), counts);
  expect(live.rows[0]).toMatchObject({ registered: null, checkedIn: null, walkIns: null, handCount: 45 });
});
