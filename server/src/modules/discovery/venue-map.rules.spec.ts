import { VenueMap } from './venue-map.rules';

const COUNT = 3000;

function aMap(): VenueMap {
  const map = new VenueMap();
  let state = 7;
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * most;
  };
  for (let i = 0; i < COUNT; i++)
    map.put({ id: String(i), name: '', address: '', lng: 116 + below(0.2), lat: 36 + below(0.2), access: [] });
  return map;
}

test.each([
  ['in their midst', { lng: 116.1, lat: 36.1 }],
  ['three thousand kilometres off', { lng: 87.6, lat: 43.8 }],
])('each venue is in one ring, nearest first, from a point %s', (_, point) => {
  const map = aMap();
  const square = map.squareTo(point);
  const [venues, squares]: [number[], number[]] = [[], []];
  for (const ring of map.rings(point, 0, Number.POSITIVE_INFINITY)) {
    venues.push(...ring.venues);
    squares.push(...ring.squares);
  }
  expect([...venues].sort((a, b) => a - b)).toEqual([...map.all.keys()]);
  expect(squares).toEqual(venues.map(square));
  expect(squares).toEqual([...squares].sort((a, b) => a - b));
});
