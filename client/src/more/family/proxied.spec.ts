import type { Registration } from '@openday/shared/registrations';
import { proxiedPeople } from './proxied';

const NOW = Date.parse('2026-09-01T00:00:00.000Z');

function one(name: string, day: string, over: Partial<Registration> = {}): Registration {
  const session = { id: day, eventId: 'e', theme: day, cancelled: false, cancelReason: null };
  const times = { startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` };
  const venue = { name: '大厅', address: '', lng: 116, lat: 36 };
  return {
    ...{ name, status: 'confirmed', onBehalfOf: { relation: 'parent' }, session: { ...session, ...times, venue } },
    ...over,
  } as Registration;
}

test('each person stands once, with how often and with the soonest they still may come to', () => {
  const people = proxiedPeople(
    [one('爸爸', '2026-09-20'), one('爸爸', '2026-09-10'), one('爸爸', '2026-08-01'), one('妈妈', '2026-08-02')],
    NOW,
  );
  expect(people.map(({ name, times, next }) => [name, times, next?.theme ?? null])).toEqual([
    ['爸爸', 3, '2026-09-10'],
    ['妈妈', 1, null],
  ]);
});

test('who was not registered for, whose name is deleted, and what is cancelled is left out', () => {
  const people = proxiedPeople(
    [
      one('我', '2026-09-10', { onBehalfOf: null }),
      one('', '2026-08-01'),
      one('姥姥', '2026-09-10', { status: 'cancelled' }),
    ],
    NOW,
  );
  expect(people).toMatchObject([{ name: '姥姥', times: 1, next: null }]);
});
