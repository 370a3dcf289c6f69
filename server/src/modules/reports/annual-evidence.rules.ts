import type { AnnualEvidence, AnnualFigureKind } from '@openday/shared/annual';
import { cameTo, heldOf, type Year, type YearBatch, type YearSession } from './annual-year.rules';

/** The rows behind a figure, by date; units by name. */
export function evidenceOf(year: Year, figure: AnnualFigureKind, now: Date): AnnualEvidence[] {
  const held = heldOf(year, now);
  switch (figure) {
    case 'units':
      return unitsOf(held);
    case 'planned':
      return year.sessions.map((one) => ({ ...sessionRow(one), value: 1, note: standing(one, now) }));
    case 'held':
      return held.map((one) => ({ ...sessionRow(one), value: 1 }));
    case 'participants':
      return held.map((one) => {
        const { people, source } = cameTo(one);
        return { ...sessionRow(one), value: people, source, estimated: source === 'estimated' };
      });
    case 'handedOut':
      return year.batches.map((one) => ({ ...batchRow(one), value: one.handedOut }));
    case 'returned':
      return year.batches.map((one) => ({ ...batchRow(one), value: one.returned }));
    case 'satisfaction':
      return satisfied(year);
    case 'explanations':
      return held.flatMap((one) =>
        one.explanations === null ? [] : [{ ...sessionRow(one), value: one.explanations, note: '活动总结' }],
      );
    default:
      return suggested(year, held, figure);
  }
}

const blank = { value: null, of: null, source: null, estimated: false, note: '', sessionId: null, suggestionId: null };

const sessionRow = ({ id, startsAt, theme, unit }: YearSession): AnnualEvidence => ({
  ...blank,
  id,
  at: startsAt.toISOString(),
  theme,
  unit,
  sessionId: id,
});

const batchRow = ({ id, at, theme, unit, sessionId, place }: YearBatch): AnnualEvidence => ({
  ...blank,
  id,
  at: at.toISOString(),
  theme,
  unit,
  note: place,
  sessionId,
});

const standing = ({ cancelled, endsAt }: YearSession, now: Date): string =>
  cancelled ? '取消了' : endsAt > now ? '还没办完' : '办过了';

function unitsOf(held: YearSession[]): AnnualEvidence[] {
  const units = new Map<string, AnnualEvidence>();
  for (const { unitId, unit } of held) {
    const value = (units.get(unitId)?.value ?? 0) + 1;
    units.set(unitId, { ...blank, id: unitId, at: null, theme: '', unit, value });
  }
  return [...units.values()].sort((a, b) => a.unit.localeCompare(b.unit, 'zh') || (a.id < b.id ? -1 : 1));
}

function satisfied({ batches, answers }: Year): AnnualEvidence[] {
  const paper = batches.flatMap((one) =>
    one.answered ? [{ ...batchRow(one), value: one.answered.satisfied, of: one.answered.of }] : [],
  );
  const online = answers.map(({ sessionId, at, theme, unit, of, satisfied: value }) => ({
    ...blank,
    ...{ id: sessionId, at: at.toISOString(), theme, unit, value, of, note: '网上', sessionId },
  }));
  return [...paper, ...online].sort(byDay);
}

function suggested({ suggestions }: Year, held: YearSession[], figure: AnnualFigureKind): AnnualEvidence[] {
  const own = suggestions
    .filter((one) => figure === 'suggestions' || one[figure === 'declared' ? 'declared' : 'confirmed'])
    .map(({ id, at, about, unit }) => ({
      ...blank,
      ...{ id, at: at.toISOString(), theme: about, unit, value: 1, suggestionId: id },
    }));
  const entered = held.flatMap((one) => {
    const value = figure === 'suggestions' ? one.suggestions : figure === 'declared' ? one.resolved : null;
    return value ? [{ ...sessionRow(one), value, note: '补录' }] : [];
  });
  return [...own, ...entered].sort(byDay);
}

const byDay = (a: AnnualEvidence, b: AnnualEvidence): number =>
  (a.at ?? '').localeCompare(b.at ?? '') || (a.id < b.id ? -1 : 1);
