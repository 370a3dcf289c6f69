import { bubbleBox, LabelRoom, nameBox } from '@/platform/map-labels.h5';
import { aSession } from '../../../test/support/wire';
import { pinWords } from './pin-words';
import { nextIn, pinsOf, ringsFor, zoomFor } from './pins';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');
/** At latitude 36.44, 0.001° of longitude is 89.5 m, and a pixel at zoom 15 is 3.8 m. */
const at = (id: string, eastMetres: number, change = {}) =>
  aSession({
    id,
    startsAt: '2026-09-10T01:30:00.000Z',
    venue: { ...aSession().venue, lng: 116 + eastMetres / 89_550, lat: 36.44 },
    ...change,
  });

test('bubbles that would cover one another become one, and part again closer up', () => {
  const sessions = [at('1', 0), at('2', 200), at('3', 2000)];
  const keys = (zoom: number) => pinsOf(sessions, zoom).map((pin) => pin.sessions.map(({ id }) => id));
  expect(keys(15)).toEqual([['1', '2'], ['3']]);
  expect(keys(17)).toEqual([['1'], ['2'], ['3']]);
  expect(keys(9)).toEqual([['1', '2', '3']]);
});

test('larger letters make larger bubbles, and more of them one', () => {
  const sessions = [at('1', 0), at('2', 520)];
  expect(pinsOf(sessions, 15)).toHaveLength(2);
  expect(pinsOf(sessions, 15, 1.3)).toHaveLength(1);
});

test('a name gives way to what stands before it, and to the map’s edge', () => {
  const room = new LabelRoom({ x: 390, y: 300 });
  const [here, below, edge] = [
    { x: 200, y: 100 },
    { x: 210, y: 150 },
    { x: 380, y: 250 },
  ];
  for (const at of [here, below]) room.take(bubbleBox(at, '9月10日 剩 6', 1));
  expect(room.takeFirst([nameBox(here, '先锋社区党群服务中心', 1.3)])).toBe(-1);
  expect(room.takeFirst([nameBox(edge, '先锋社区党群服务中心', 1)])).toBe(-1);
  expect(room.takeFirst([nameBox(below, '先锋社区', 1)])).toBe(0);
  expect(room.takeFirst([nameBox(below, '先锋社区', 1), nameBox({ x: 60, y: 60 }, '先锋社区', 1)])).toBe(1);
});

test('sessions at one venue are one bubble however close one looks', () => {
  expect(pinsOf([at('1', 0), at('2', 0)], 18)).toHaveLength(1);
});

test('a bubble of one says its day and what is left, of several how many', () => {
  const [one] = pinsOf([at('1', 0)], 15);
  const [two] = pinsOf([at('1', 0), at('2', 0)], 15);
  if (!one || !two) throw new Error('no bubbles');
  expect(pinWords(one, undefined, NOW)).toBe('9月10日 剩 6');
  expect(pinWords(two, undefined, NOW)).toBe('2 场');
  expect(pinWords(two, '2', NOW)).toBe('9月10日 等 2 场');
});

test('a full one, one by lot and one that asks for no registration say so', () => {
  const words = (change: object) => {
    const [pin] = pinsOf([at('1', 0, change)], 15);
    return pin && pinWords(pin, undefined, NOW);
  };
  expect(words({ phase: 'full' })).toBe('9月10日 报满');
  expect(words({ mode: 'draw' })).toBe('9月10日 抽签');
  expect(words({ phase: 'walkIn', seats: null })).toBe('9月10日 直接来');
});

test('pressing a bubble again and again goes through all of its sessions', () => {
  const [pin] = pinsOf([at('1', 0), at('2', 0), at('3', 0)], 15);
  if (!pin) throw new Error('no bubble');
  expect([undefined, '1', '2', '3', '9'].map((shown) => nextIn(pin, shown))).toEqual(['1', '2', '3', '1', '1']);
});

test('the first view holds all points, and goes no closer than a street', () => {
  const near = [at('1', 0).venue, at('2', 10).venue];
  const wide = [at('1', 0).venue, at('2', 40_000).venue];
  expect(zoomFor(near, 300, 260)).toBe(15);
  const zoom = zoomFor(wide, 300, 260);
  const pixels = (40_000 / 89_550 / 360) * 256 * 2 ** zoom;
  expect(pixels).toBeLessThanOrEqual(300);
  expect(pixels).toBeGreaterThan(100);
});

test('at most three rings, none beyond the farthest; one where everything is at the door', () => {
  expect(ringsFor(6400)).toEqual([1000, 2000, 5000]);
  expect(ringsFor(700)).toEqual([200, 500]);
  expect(ringsFor(50)).toEqual([200]);
});
