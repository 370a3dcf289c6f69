import type { RegistrationStatus } from '@openday/shared/registrations';
import { aPool, aSession, later, now } from '../../../test/support/states';
import { cancelRefused, changeRefused, confirmRefused, membersRefused } from './party.rules';

const firm = aPool({ perEnterprise: 4, byEnterprise: new Map([['一厂', 2]]) });
const two = { status: 'confirmed' as RegistrationStatus, seats: 2, quotaId: 'a', enterprise: null };

test.each([
  ['fewer after closing', aSession({ closesAt: now }), 1, null],
  ['more after closing', aSession({ closesAt: now }), 3, 'REGISTRATION_CLOSED'],
  ['fewer where it was cancelled', aSession({ cancelled: true }), 1, null],
  ['more where it was cancelled', aSession({ cancelled: true }), 3, 'SESSION_CANCELLED'],
  ['anything once it started', aSession({ startsAt: now }), 1, 'REGISTRATION_CLOSED'],
  ['more than a party may be', aSession(), 6, 'PARTY_TOO_LARGE'],
  ['fewer where seats are lacking', aSession({ pools: [aPool({ capacity: 1, taken: 2 })] }), 1, null],
  ['more than fit', aSession({ pools: [aPool({ taken: 18 })] }), 5, 'FULL'],
  ['as many as fit', aSession({ pools: [aPool({ taken: 18 })] }), 4, null],
  ['more than the ceiling leaves', aSession({ ceiling: 19, pools: [aPool({ taken: 18 })] }), 4, 'FULL'],
])('a standing party of two: %s', (_, state, seats, code) => {
  expect(changeRefused(state, two, seats, now)).toBe(code);
});

test('a party that waits or applied grows without a seat', () => {
  const full = aSession({ pools: [aPool({ taken: 20 })] });
  expect(changeRefused(full, { ...two, status: 'waitlisted' }, 5, now)).toBeNull();
  expect(changeRefused(full, { ...two, status: 'applied' }, 5, now)).toBeNull();
});

test('a ticket in a draw stands as it is once its list is closed', () => {
  const ticket = { ...two, status: 'applied' as const };
  expect(changeRefused(aSession({ mode: 'draw', closesAt: now }), ticket, 1, now)).toBe('REGISTRATION_CLOSED');
  expect(changeRefused(aSession({ mode: 'draw' }), ticket, 1, now)).toBeNull();
});

test('a party grows within what its enterprise may have', () => {
  const session = aSession({ pools: [firm] });
  const party = { ...two, enterprise: '一厂' };
  expect(changeRefused(session, party, 4, now)).toBeNull();
  expect(changeRefused(session, party, 5, now)).toBe('ENTERPRISE_FULL');
  expect(changeRefused(session, { ...party, status: 'waitlisted' }, 3, now)).toBe('ENTERPRISE_FULL');
});

test.each([
  ['a companion too many', 'counted', 2, ['甲', '乙'], 0, 'BAD_REQUEST'],
  ['more children than people', 'counted', 2, [], 3, 'BAD_REQUEST'],
  ['only counted', 'counted', 3, [], 2, null],
  ['one without a name', 'named', 3, ['甲', undefined], 0, 'NAMES_REQUIRED'],
  ['one with a blank name', 'named', 2, [' '], 0, 'NAMES_REQUIRED'],
  ['all named', 'named', 3, ['甲', '乙'], 0, null],
  ['alone', 'named', 1, [], 0, null],
] as const)('members of a party: %s', (_, kind, seats, names, children, code) => {
  const companions = names.map((name) => ({ name }));
  expect(membersRefused({ companions: kind }, { seats, companions, children })).toBe(code);
});

test('a resident gives a seat back until the set time, and leaves the line at any time', () => {
  const session = aSession({ cancelsUntil: now });
  expect(cancelRefused(session, 'confirmed', now)).toBe('CANCEL_TOO_LATE');
  expect(cancelRefused(session, 'confirmed', later(-1))).toBeNull();
  expect(cancelRefused(aSession(), 'confirmed', later(47))).toBeNull();
  expect(cancelRefused(aSession(), 'confirmed', later(48))).toBe('CANCEL_TOO_LATE');
  for (const status of ['waitlisted', 'applied', 'offered'] as const)
    expect(cancelRefused(session, status, later(47))).toBeNull();
});

test.each([
  ['in time', 'offered', later(1), null],
  ['too late', 'offered', now, 'OFFER_ENDED'],
  ['after it went on', 'expired', null, 'OFFER_ENDED'],
  ['after cancelling', 'cancelled', null, 'NOT_LIVE'],
  ['while waiting', 'waitlisted', null, 'BAD_REQUEST'],
] as const)('accepting an offered seat %s', (_, status, confirmBy, code) => {
  expect(confirmRefused(aSession(), { status, confirmBy }, now)).toBe(code);
});
