import { paperFacts, typedCount } from './paper-facts';

const nothing = { ticked: new Map<string, number>(), walkIns: 0, handCount: null, why: '' };

test('a paper list becomes ordinary facts: each party, the walk-ins together, the hand count with its reason', () => {
  const ticked = new Map([
    ['7000000000000000101', 3],
    ['7000000000000000102', 1],
  ]);
  expect(paperFacts({ ticked, walkIns: 5, handCount: 12, why: '照纸名单重数' })).toEqual([
    { kind: 'scan', registrationId: '7000000000000000101', seats: 3, shown: 'none', reason: '纸名单' },
    { kind: 'scan', registrationId: '7000000000000000102', seats: 1, shown: 'none', reason: '纸名单' },
    { kind: 'walkIn', seats: 5, shown: 'none', reason: '纸名单' },
    { kind: 'correction', seats: 12, shown: 'none', reason: '照纸名单重数' },
  ]);
});

test('what the paper does not say is not recorded; a count of nobody is', () => {
  expect(paperFacts(nothing)).toEqual([]);
  expect(paperFacts({ ...nothing, handCount: 0, why: '照纸名单重数' })).toMatchObject([
    { kind: 'correction', seats: 0 },
  ]);
});

test('only whole numbers of people are taken', () => {
  expect(['', ' 12 ', '0', '-3', '1.5', '几位'].map(typedCount)).toEqual([null, 12, 0, null, null, null]);
});
