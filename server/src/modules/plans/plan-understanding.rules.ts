import { type RowReading, readRow } from './plan-row.rules';
import { finding, type PlanSheet, textOf } from './plan-sheet.rules';
import { activityOf, readTitle } from './plan-title.rules';
import { aliasesIn, type KnownUnit, sharedPrefix } from './plan-unit.rules';
import { bare, widthOf } from './plan-words.rules';

export interface PlanReading {
  title: string | null;
  year: number | null;
  /** The campaign's own name (政府开放月), or null. */
  programme: string | null;
  rows: RowReading[];
}

/** What the importer knows beyond the sheet. */
export interface Known {
  title?: string;
  year?: number;
  units: readonly KnownUnit[] | null;
}

/** A whole sheet → its title, year, campaign and rows, with what only shows between rows (same theme, odd unit). */
export function readPlan(sheet: PlanSheet, known: Known): PlanReading {
  const found = readTitle(
    sheet.preface,
    sheet.closing,
    sheet.rows.map((row) => textOf(row, 'time')),
  );
  const year = known.year ?? found.year;
  const context = {
    year,
    programme: found.programme,
    units: known.units,
    fields: sheet.fields,
    prose: sheet.prose === true,
    themeWidth: themeWidth(sheet),
  };
  const rows = sheet.rows.map((row) => readRow(row, context));
  if (sheet.prose) nameByTitle(rows, activityOf([found.title ?? '', ...sheet.preface, ...sheet.closing.slice(0, 8)]));
  markSameThemes(rows);
  markOddUnits(rows);
  return { title: known.title ?? found.title, year, programme: found.programme, rows };
}

/** The widest theme line, where enough cells are wrapped to know the column. */
function themeWidth(sheet: PlanSheet): number | null {
  const wrapped = sheet.rows.map((row) => textOf(row, 'theme')).filter((text) => text.includes('\n'));
  if (wrapped.length < 3) return null;
  const widths = wrapped.flatMap((text) => text.split('\n').map(widthOf)).sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) * 0.95)]!;
}

/** A notice that tells no theme is called what its title calls the open day. */
function nameByTitle(rows: readonly RowReading[], activity: string | null): void {
  for (const { values, findings } of rows) {
    if (values.theme !== null || activity === null) continue;
    values.theme = activity;
    const at = findings.findIndex(({ code }) => code === 'theme_missing');
    const asked = finding('theme_from_title', 'theme', `没单写主题，取自标题“${activity}”，请核对。`, activity);
    findings.splice(Math.max(0, at), at < 0 ? 0 : 1, asked);
  }
}

function markSameThemes(rows: readonly RowReading[]): void {
  const places = new Map<string, number[]>();
  rows.forEach(({ values, findings }, i) => {
    if (findings.some(({ code }) => code === 'theme_from_title')) return;
    const key = bare(values.theme ?? '').replace(/[\p{P}]/gu, '');
    if (key) places.set(key, [...(places.get(key) ?? []), i]);
  });
  for (const same of places.values()) {
    if (same.length < 2) continue;
    for (const i of same) {
      const others = same
        .filter((other) => other !== i)
        .map((other) => textOf(rows[other]!.row, 'no') || String(other + 1));
      const message = `和第${others.slice(0, 6).join('、')}行主题相同，请核对是不是重复。`;
      rows[i]!.findings.push(finding('theme_duplicate', 'theme', message, rows[i]!.values.theme));
    }
  }
}

function markOddUnits(rows: readonly RowReading[]): void {
  const units = rows.flatMap(({ values }) => (values.unit ? [values.unit] : []));
  const prefix = sharedPrefix(units);
  const aliases = aliasesIn(units);
  for (const { values, findings } of rows) {
    const { unit } = values;
    if (!unit || values.organizerId) continue;
    if (prefix && !unit.startsWith(prefix)) {
      findings.push(
        finding('unit_prefix_missing', 'unit', `别的单位都以“${prefix}”开头，“${unit}”没有，请核对。`, unit),
      );
    }
    const twin = aliases.get(unit);
    if (twin) findings.push(finding('unit_alias', 'unit', `“${unit}”和“${twin}”可能是同一个单位，请核对。`, unit));
  }
}
