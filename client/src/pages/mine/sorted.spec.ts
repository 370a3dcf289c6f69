import { aRegistration } from '../../../test/support/wire';
import { sorted } from './sorted';

const NOW = Date.parse('2026-09-04T02:00:00.000Z');
const on = (day: string) => ({
  ...aRegistration().session,
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T03:00:00.000Z`,
});

test('what is cancelled by either side stands apart until its day, and is past only then', () => {
  const mine = aRegistration({ id: '1', status: 'cancelled', session: on('2026-09-06') });
  const theirs = aRegistration({ id: '2', session: { ...on('2026-09-05'), cancelled: true } });
  const coming = aRegistration({ id: '3', session: on('2026-09-07') });
  const over = aRegistration({ id: '4', status: 'cancelled', session: on('2026-09-01') });
  const { off, coming: ahead, past } = sorted([mine, theirs, coming, over], NOW);
  expect([off, ahead, past].map((group) => group.map(({ id }) => id))).toEqual([['2', '1'], ['3'], ['4']]);
});
