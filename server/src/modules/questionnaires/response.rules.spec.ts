import { answersRefused, mayAnswer, totalsOf } from './response.rules';

const session = {
  startsAt: new Date('2026-09-02T07:00:00Z'),
  endsAt: new Date('2026-09-02T08:30:00Z'),
  cancelledAt: null,
};
const at = (instant: string) => answersRefused(session, new Date(instant));

test('a session takes answers from its start until thirty days after its end', () => {
  expect(at('2026-09-02T06:59:59Z')).toBe('RESPONSES_NOT_OPEN');
  expect(at('2026-09-02T07:00:00Z')).toBeNull();
  expect(at('2026-10-02T08:29:59Z')).toBeNull();
  expect(at('2026-10-02T08:30:00Z')).toBe('RESPONSES_CLOSED');
});

test('what did not take place is not rated', () => {
  expect(answersRefused({ ...session, cancelledAt: session.startsAt }, session.endsAt)).toBe('SESSION_CANCELLED');
});

test('who had a seat may answer, and who came without one', () => {
  expect(mayAnswer('confirmed', false)).toBe(true);
  expect(mayAnswer('cancelled', true)).toBe(true);
  for (const status of ['applied', 'offered', 'waitlisted', 'declined', 'cancelled', 'expired'] as const)
    expect(mayAnswer(status, false)).toBe(false);
});

test('under three answers nothing is told, from three on their number and shares', () => {
  const good = { satisfaction: 'good', clarity: 'clear', n: 2 } as const;
  expect(totalsOf([good])).toEqual({ answers: null, satisfied: null, clear: null });
  const bad = { satisfaction: 'veryPoor', clarity: 'partly', n: 1 } as const;
  expect(totalsOf([good, bad])).toEqual({ answers: 3, satisfied: 67, clear: 67 });
});
