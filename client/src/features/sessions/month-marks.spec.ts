import { daysTogether } from './useMonth';

test('a day with some over and some to come counts both, and what is over has no room', () => {
  const past = {
    days: [
      { day: '2026-09-03', sessions: 1, open: 1 },
      { day: '2026-09-04', sessions: 2, open: 0 },
    ],
  };
  const coming = {
    days: [
      { day: '2026-09-04', sessions: 3, open: 2 },
      { day: '2026-09-06', sessions: 1, open: 0 },
    ],
  };
  expect(daysTogether(coming, past)).toEqual([
    { day: '2026-09-03', sessions: 1, open: 0 },
    { day: '2026-09-04', sessions: 5, open: 2 },
    { day: '2026-09-06', sessions: 1, open: 0 },
  ]);
});
