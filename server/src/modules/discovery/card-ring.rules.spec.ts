import { CardRing } from './card-ring.rules';

const NOW = 1_000;
const KB = 1024;
const textOf = (slot: number) => `{"slot":${slot}${' '.repeat(KB)}`;

function read(ring: CardRing, slot: number): string | null {
  const at = ring.find(slot, NOW);
  if (at < 0) return null;
  const page = Buffer.alloc(2 * KB);
  return page.toString('utf8', 0, ring.copy(at, page, 0));
}

test('a card is there until it is forgotten, until it no longer holds, or until all are', () => {
  const ring = new CardRing();
  for (const slot of [0, 5, 5000]) ring.write(slot, { text: `{"theme":"${slot} 号"`, until: slot ? Infinity : NOW });
  expect([0, 1, 5, 5000].map((slot) => read(ring, slot))).toEqual([
    null,
    null,
    '{"theme":"5 号"',
    '{"theme":"5000 号"',
  ]);
  ring.forget(5);
  expect([5, 5000].map((slot) => read(ring, slot))).toEqual([null, '{"theme":"5000 号"']);
  ring.clear();
  expect(read(ring, 5000)).toBeNull();
  ring.write(5000, { text: '{}', until: Infinity });
  expect(read(ring, 5000)).toBe('{}');
});

test('where the ring is full the oldest give way, and no card is ever another one’s', () => {
  const ring = new CardRing(64 * KB);
  const kept = [];
  for (let slot = 0; slot < 150; slot++) {
    ring.write(slot, { text: textOf(slot), until: Infinity });
    const known = [...Array(slot + 1).keys()].filter((one) => ring.find(one, NOW) >= 0);
    kept.push(known.length);
    // The last ones, without a gap.
    expect(known[0]).toBe(slot + 1 - known.length);
    for (const one of [known[0]!, slot]) expect(read(ring, one) === textOf(one)).toBe(true);
  }
  expect(Math.max(...kept)).toBe(61);
});
