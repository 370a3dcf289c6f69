import type { AnnualFigure, AnnualFigureKind } from '@openday/shared/annual';
import { about, exactly, over, share } from './annual-wording.rules';
import { cameBySource, cameTo, heldOf, sum, type Year, type YearSession } from './annual-year.rules';

/** The figures of a year, by meaning (docs/rules/reports.md has each definition). */
export function figuresOf(year: Year, now: Date): AnnualFigure[] {
  const held = heldOf(year, now);
  return [
    ...sessionFigures(year, held, now),
    participants(held),
    ...paperFigures(year, held),
    satisfaction(year),
    explanations(held),
    ...suggestionFigures(year, held),
  ];
}

type Rest = Partial<Omit<AnnualFigure, 'kind' | 'value' | 'wording'>>;

const figure = (kind: AnnualFigureKind, value: number | null, wording: string, rest: Rest = {}): AnnualFigure => ({
  kind,
  value,
  wording: value === null ? '—' : wording,
  note: '',
  estimated: null,
  of: null,
  evidence: 0,
  ...rest,
});

function sessionFigures({ sessions }: Year, held: YearSession[], now: Date): AnnualFigure[] {
  const units = new Map<string, { name: string; sessions: number }>();
  for (const { unitId, unit } of held) {
    const known = units.get(unitId) ?? { name: unit, sessions: 0 };
    units.set(unitId, { ...known, sessions: known.sessions + 1 });
  }
  const cancelled = sessions.filter((one) => one.cancelled).length;
  const toCome = sessions.filter((one) => !one.cancelled && one.endsAt > now).length;
  const less = said([cancelled && `取消 ${cancelled} 场`, toCome && `还没办完 ${toCome} 场`]);
  return [
    figure('units', units.size, exactly(units.size, '家'), {
      note: oftenNote([...units.values()]),
      evidence: units.size,
    }),
    figure('planned', sessions.length, exactly(sessions.length, '场'), {
      note: less && `其中${less}`,
      evidence: sessions.length,
    }),
    figure('held', held.length, exactly(held.length, '场'), {
      note: less && `计划 ${sessions.length} 场，${less}，不计`,
      evidence: held.length,
    }),
  ];
}

function oftenNote(units: { name: string; sessions: number }[]): string {
  const often = units.filter(({ sessions }) => sessions > 1);
  if (often.length === 1) return `${often[0]!.name}办了 ${often[0]!.sessions} 场，只算 1 家`;
  return often.length ? `有 ${often.length} 家办了不止 1 场，各算 1 家` : '';
}

function participants(held: YearSession[]): AnnualFigure {
  const value = sum(held.map((one) => cameTo(one).people));
  const of = (source: string) => cameBySource(held).find((one) => one.source === source);
  const [estimated, none, checkedIn] = [of('estimated'), of('none'), of('checkedIn')];
  return figure('participants', value, estimated ? about(value ?? 0, '人') : exactly(value ?? 0, '人'), {
    note: said([
      estimated && `${estimated.sessions} 场没有计数，用总结里的估计，${estimated.people} 人`,
      checkedIn && `${checkedIn.sessions} 场没有现场计数，用签到，${checkedIn.people} 人`,
      none && `${none.sessions} 场没有到场记录，没算进去`,
    ]),
    estimated: estimated ? { rows: estimated.sessions, value: estimated.people } : null,
    evidence: held.length,
  });
}

function paperFigures({ batches }: Year, held: YearSession[]): AnnualFigure[] {
  const handedOut = sum(batches.map((one) => one.handedOut));
  const returned = sum(batches.map((one) => one.returned));
  const came = sum(held.map((one) => cameTo(one).people));
  const more = handedOut !== null && came !== null && handedOut > came ? handedOut - came : 0;
  return [
    figure('handedOut', handedOut, over(handedOut ?? 0, '份'), {
      note: said([batches.length && `纸质问卷 ${batches.length} 批`, more && `比到场人数多 ${more} 份`]),
      evidence: batches.length,
    }),
    figure('returned', returned, exactly(returned ?? 0, '份'), {
      note: handedOut && returned !== null ? `占发放的 ${share(returned, handedOut)}` : '',
      evidence: batches.length,
    }),
  ];
}

function satisfaction({ batches, answers }: Year): AnnualFigure {
  const ticked = batches.flatMap(({ answered }) => answered ?? []);
  const all = [...ticked, ...answers];
  const of = all.reduce((total, one) => total + one.of, 0);
  const satisfied = all.reduce((total, one) => total + one.satisfied, 0);
  const online = answers.reduce((total, one) => total + one.of, 0);
  const only = batches.reduce((total, { answered, returned }) => total + (answered ? 0 : returned), 0);
  return figure('satisfaction', of ? satisfied : null, share(satisfied, of), {
    of: of || null,
    note: of
      ? said([
          `${of} 份答了这一题，满意和很满意 ${satisfied} 份`,
          online && `其中网上 ${online} 份`,
          only && `${only} 份纸质的没逐份登记，不在内`,
        ])
      : '',
    evidence: ticked.length + answers.length,
  });
}

function explanations(held: YearSession[]): AnnualFigure {
  const value = sum(held.map((one) => one.explanations));
  const without = held.filter((one) => one.explanations === null).length;
  const drafts = held.filter((one) => one.draft && one.explanations !== null).length;
  return figure('explanations', value, over(value ?? 0, '次'), {
    note:
      value === null
        ? ''
        : said(['各场总结填报', without && `${without} 场没填，没算进去`, drafts && `${drafts} 份总结还没公布`]),
    evidence: held.length - without,
  });
}

/** What the unit says and what residents say are never one number. */
function suggestionFigures({ suggestions }: Year, held: YearSession[]): AnnualFigure[] {
  const after = held.filter((one) => one.suggestions !== null || one.resolved !== null);
  const entered = sum(after.map((one) => one.suggestions)) ?? 0;
  const enteredResolved = sum(after.map((one) => one.resolved)) ?? 0;
  const recorded = suggestions.length > 0 || after.length > 0;
  const declared = suggestions.filter((one) => one.declared).length;
  const confirmed = suggestions.filter((one) => one.confirmed).length;
  const known = (value: number) => (recorded ? value : null);
  const all = suggestions.length + entered;
  return [
    figure('suggestions', known(all), exactly(all, '条'), {
      note: said([entered && `其中补录 ${entered} 条`]),
      evidence: suggestions.length + after.filter((one) => one.suggestions).length,
    }),
    figure('declared', known(declared + enteredResolved), exactly(declared + enteredResolved, '条'), {
      note: said([enteredResolved && `其中补录 ${enteredResolved} 条`]),
      evidence: declared + after.filter((one) => one.resolved).length,
    }),
    // Nobody was asked about what was entered years later.
    figure('confirmed', suggestions.length > 0 ? confirmed : null, exactly(confirmed, '条'), {
      note: suggestions.length > 0 && declared + enteredResolved !== confirmed ? '单位说办结和居民确认分开算' : '',
      evidence: confirmed,
    }),
  ];
}

const said = (parts: (string | number | undefined)[]): string => parts.filter(Boolean).join('；');
