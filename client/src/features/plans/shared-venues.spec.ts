import { sharedProposals, sharedVenueText } from './shared-venues';

const HALL = { id: '1', name: '东桥社区议事厅' };
const ROOM = { id: '2', name: '东桥社区活动室' };
const OTHER = { id: '3', name: '柳溪文化站' };
const rowsOf = (...all: (typeof HALL)[][]) => all.map((venueProposals) => ({ venueProposals }));

test('what most of the rows share comes first, what few of them say is not proposed for all', () => {
  expect(sharedProposals(rowsOf([ROOM, HALL], [HALL], [HALL, ROOM], [OTHER]))).toEqual([HALL, ROOM]);
  expect(sharedProposals(rowsOf([], []))).toEqual([]);
});

test('a new place is called as all the rows call it', () => {
  const row = (venueText: string | null) => ({ parsed: { venueText } });
  expect(sharedVenueText([row('东桥社区'), row('东桥社区')])).toBe('东桥社区');
  expect(sharedVenueText([row('东桥社区'), row(null)])).toBe('');
});
