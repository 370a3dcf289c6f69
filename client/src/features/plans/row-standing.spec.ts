import { aPlanRow, aWarning } from '../../../test/support/plan';
import { countStandings, fieldsInOrder, nextToDecide, readyRows, standingOf } from './row-standing';

const asks = [aWarning('suspected_typo', 'content', 'confirm')];
const blocked = aPlanRow({ index: 1 });
const asked = aPlanRow({ index: 2, publishable: true, warnings: asks });
const decided = aPlanRow({ index: 3, publishable: true });
const announced = aPlanRow({ index: 4, decided: { act: 'announce' } });
const skipped = aPlanRow({ index: 5, decided: { act: 'skip' } });
const published = aPlanRow({ index: 6, state: 'published' });
const rows = [blocked, asked, decided, announced, skipped, published];

test('what blocks a row comes before what only asks, and leaving a row out is a decision', () => {
  expect(rows.map(standingOf)).toEqual(['block', 'ask', 'decided', 'decided', 'decided', 'public']);
  expect(countStandings(rows)).toEqual({ block: 1, ask: 1, decided: 3, public: 1 });
});

test('the publish button takes only rows that are decided: none that asks, none that is left out, none twice', () => {
  expect(readyRows(rows).map(({ index }) => index)).toEqual([3, 4]);
});

test('an announced row can be published again only when a date has been found for it', () => {
  const waiting = aPlanRow({ state: 'announced', decided: { act: 'announce' } });
  expect(standingOf(waiting)).toBe('public');
  expect(standingOf({ ...waiting, decided: { act: 'publish' }, publishable: true, warnings: [] })).toBe('decided');
});

test('the next row to decide is looked for onwards and then from the top; none when all are decided', () => {
  expect(nextToDecide(rows, 0)?.index).toBe(2);
  expect(nextToDecide(rows, 2)?.index).toBe(1);
  expect(nextToDecide([decided, skipped, published], 1)).toBeNull();
});

test('fields that block stand first, then fields that ask, and settling one moves nothing', () => {
  const row = aPlanRow({ warnings: [...asks, aWarning('venue_missing', 'content')] });
  expect(fieldsInOrder(row).slice(0, 3)).toEqual(['venue', 'content', 'time']);
  const settled = { ...row, warnings: row.warnings.map((one) => ({ ...one, settled: true })) };
  expect(fieldsInOrder(settled)).toEqual(fieldsInOrder(row));
});
