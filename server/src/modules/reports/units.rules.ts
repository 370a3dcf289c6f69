import type { UnitFigures } from '@openday/shared/people';

const NONE: UnitFigures = { programmes: 0, sessions: 0, suggestions: 0, owed: 0 };

const plus = (a: UnitFigures, b: UnitFigures): UnitFigures => ({
  programmes: a.programmes + b.programmes,
  sessions: a.sessions + b.sessions,
  suggestions: a.suggestions + b.suggestions,
  owed: a.owed + b.owed,
});

/** Each unit's own figures, and with those of everything below it. */
export function rolledUp(
  units: { id: string; path: string }[],
  figures: ReadonlyMap<string, UnitFigures>,
): Map<string, { own: UnitFigures; withBelow: UnitFigures }> {
  const sums = new Map<string, UnitFigures>();
  for (const { id, path } of units)
    for (const above of path.split('/').filter(Boolean))
      sums.set(above, plus(sums.get(above) ?? NONE, figures.get(id) ?? NONE));
  return new Map(units.map(({ id }) => [id, { own: figures.get(id) ?? NONE, withBelow: sums.get(id) ?? NONE }]));
}
