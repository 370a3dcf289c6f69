import Taro from '@tarojs/taro';
import { aRegistration } from '../../../test/support/wire';
import { noteSessions } from './known-session';

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const registration = aRegistration();
const movedTo = (startsAt: string, endsAt: string) =>
  aRegistration({ session: { ...registration.session, startsAt, endsAt } });

const kept = () => JSON.stringify(Taro.getStorageSync('knownSessions'));

beforeEach(() => Taro.clearStorageSync());

test('what was known before is not taken anew when the session has changed meanwhile', () => {
  noteSessions([registration]);
  const before = kept();
  expect(before).toContain(registration.id);
  noteSessions([movedTo(inHours(48), inHours(50))]);
  expect(kept()).toBe(before);
});

test('one registration seen on its own page makes the others no strangers', () => {
  const other = aRegistration({ id: '7000000000000000016' });
  noteSessions([registration, other]);
  const before = kept();
  noteSessions([other]);
  expect(kept()).toBe(before);
});

test('a session put off is known by its old times even after these are over; one that is over is let go', () => {
  const over = movedTo(inHours(-3), inHours(-1));
  const { startsAt, endsAt, venue } = over.session;
  Taro.setStorageSync('knownSessions', { [over.id]: { startsAt, endsAt, venue: venue.name } });
  const before = kept();
  noteSessions([movedTo(inHours(48), inHours(50))]);
  expect(kept()).toBe(before);
  noteSessions([over]);
  expect(kept()).toBe('{}');
});
