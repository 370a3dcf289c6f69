import type { Board } from '@openday/shared/board';
import { type AttendanceRow, BOARD_NUMBERS } from '@openday/shared/reports';
import { disagreement, offPlan } from '@openday/shared/variance';
import { render } from '@testing-library/react';
import { fiveWords, plannedWords, sumNotes, totalWords } from './five-words';
import { Lane } from './Lane';
import { axisOf, gridOf } from './lane-axis';

const band = (min: number | null, max: number | null, approximate = false) => ({ min, max, text: '', approximate });

function aRow(change: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    sessionId: '1',
    eventId: '2',
    theme: '走进便民服务中心',
    organizer: { id: '3', name: '九州街道' },
    venue: '便民服务大厅',
    startsAt: '2099-09-08T01:30:00.000Z',
    endsAt: '2099-09-08T03:00:00.000Z',
    mode: 'firstCome',
    state: 'upcoming',
    planned: band(20, 30),
    capacity: 40,
    registered: 12,
    checkedIn: null,
    walkIns: null,
    handCount: null,
    ...change,
  };
}
const NONE = { sessions: 1, planned: 0, plannedOpen: false, capacity: 0, registered: 0, checkedIn: 0, handCount: 0 };
/** How many sessions have each number; none unless said. */
const having = (some: Partial<Board['sessions']>) => ({
  ...(Object.fromEntries(BOARD_NUMBERS.map((of) => [of, 0])) as Board['sessions']),
  ...some,
});
const marks = (row: AttendanceRow) => {
  const { container } = render(<Lane row={row} axis={axisOf([row])} />);
  return (name: string) => container.querySelector<HTMLElement>(`.lane__${name}`);
};

test('a number that is missing is a dash, never 0, in a row and in the sums', () => {
  expect(fiveWords(aRow())).toMatchObject({ registered: '12', checkedIn: '—', handCount: '—' });
  const sums = { totals: { ...NONE, registered: 12 }, sessions: having({ registered: 1 }) };
  expect(totalWords(sums)).toMatchObject({ registered: '12', checkedIn: '—' });
  expect(totalWords({ ...sums, sessions: having({ checkedIn: 1 }) }).checkedIn).toBe('0');
});

test('a sum says of how many sessions it is, and what it leaves out', () => {
  const sums = { totals: { ...NONE, plannedOpen: true, planned: 30 }, sessions: having({ planned: 2, noUpper: 1 }) };
  expect(sumNotes(sums).planned).toEqual({ sessions: '2 场', more: '1 场没写上限' });
  expect(totalWords(sums).planned).toBe('30 起');
});

test('a planned headcount is said as the plan says it', () => {
  const said = [band(5, 10), band(15, 15), band(10, null), band(30, 30, true), band(null, 50), null].map(plannedWords);
  expect(said).toEqual(['5–10', '15', '10 余', '约 30', '最多 50', '—']);
});

test('the axis begins at 0 and ends on a round number at or above the largest value of the page', () => {
  const end = (capacity: number) => axisOf([aRow({ capacity })]).end;
  expect([end(80), end(61), end(40), end(1203)]).toEqual([80, 80, 40, 1500]);
  expect(gridOf({ end: 80, step: 20 })).toEqual([0, 20, 40, 60, 80]);
});

test('what has not happened is not drawn', () => {
  const mark = marks(aRow({ capacity: null }));
  expect(mark('reg')?.style.width).toBe('40%');
  expect([mark('in'), mark('hand'), mark('cap')]).toEqual([null, null, null]);
});

test('one planned value is a narrow band over it, 左右 dashes its edges, 余人 stays open', () => {
  const point = marks(aRow({ planned: band(30, 30, true) }))('band');
  expect(point?.style).toMatchObject({ left: '75%', width: '6px', marginLeft: '-3px' });
  expect(point?.className).toContain('lane__band--about');
  expect(marks(aRow({ planned: band(10, null) }))('arrow')).not.toBeNull();
});

test('check-in and hand count that disagree after the end are pointed at, small gaps are not', () => {
  const ended = (checkedIn: number, handCount: number) => disagreement(aRow({ state: 'ended', checkedIn, handCount }));
  expect([ended(22, 34), ended(44, 45), ended(8, 8)]).toEqual([12, null, null]);
  expect(disagreement(aRow({ state: 'ongoing', checkedIn: 1, handCount: 30 }))).toBeNull();
});

test('who came far from the plan is pointed at, by how many and which way', () => {
  const ended = (checkedIn: number, planned: AttendanceRow['planned']) =>
    offPlan(aRow({ state: 'ended', checkedIn, planned }));
  expect([ended(67, band(20, 20)), ended(8, band(20, 30)), ended(22, band(20, 30)), ended(31, band(20, 30))]).toEqual([
    47,
    -12,
    null,
    null,
  ]);
  expect(ended(80, band(10, null))).toBeNull();
});
