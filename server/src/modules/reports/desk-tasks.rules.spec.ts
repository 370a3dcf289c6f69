import { suggestionTasks } from './desk-tasks.rules';

test('answers owed are a task for each day they are due, those nobody took yet apart', () => {
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 8, day, hour));
  const owed = [
    { dueAt: at(3, 15), taken: true },
    { dueAt: at(3, 10), taken: true },
    { dueAt: at(3, 15), taken: false },
    { dueAt: at(4, 15), taken: true },
  ];
  expect(
    suggestionTasks(owed).map(({ kind, due, at: first, count }) => [kind, due, first?.slice(11, 16), count]),
  ).toEqual([
    ['suggestions', '2026-09-03', '10:00', 2],
    ['newSuggestions', '2026-09-03', '15:00', 1],
    ['suggestions', '2026-09-04', '15:00', 1],
  ]);
});
