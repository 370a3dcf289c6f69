import type { PlanField } from '@openday/shared/plan-fields';
import type { PlanValues } from '@openday/shared/plans';
import { readAudience, readClosed } from './plan-audience.rules';
import { readContacts } from './plan-contact.rules';
import { type DeadlineReading, readDeadline } from './plan-deadline.rules';
import { type FormReading, formConflict, formsIn, readForms } from './plan-form.rules';
import { type HeadcountReading, householdsIn, peopleIn, readHeadcount } from './plan-headcount.rules';
import { type Finding, finding, type SheetRow, textOf } from './plan-sheet.rules';
import { cutOff, readTheme, suspectedSlips } from './plan-theme.rules';
import { readTime, type TimeReading } from './plan-time.rules';
import { type KnownUnit, readUnit } from './plan-unit.rules';
import { aboutDayCutOff, aboutTorn, aboutUnsure } from './plan-unsure.rules';
import { readVenue } from './plan-venue.rules';
import { sentence } from './plan-words.rules';

/** What a row is read against. */
export interface RowContext {
  /** The plan's year, or null: then only dates with a year of their own can be read. */
  year: number | null;
  programme: string | null;
  /** The register of units, or null where there is none to compare with. */
  units: readonly KnownUnit[] | null;
  fields: readonly PlanField[];
  /** A notice: it has no columns, what it does not say it lacks. */
  prose: boolean;
  /** Widest theme line in Han characters, or null. */
  themeWidth: number | null;
}

export interface RowReading {
  row: SheetRow;
  values: PlanValues;
  findings: Finding[];
  time: TimeReading;
  headcount: HeadcountReading;
  forms: FormReading;
}

/** One row of a sheet → its values and everything a careful clerk would ask. Pure; never throws. */
export function readRow(row: SheetRow, context: RowContext): RowReading {
  const content = sentence(textOf(row, 'content'));
  const torn = row.torn.some(({ field }) => field === 'theme');
  const time = readTime(textOf(row, 'time'), context.year);
  const theme = readTheme(textOf(row, 'theme'), context.programme, torn ? null : context.themeWidth);
  const headcount = headcountOf(row, content, context.prose || context.fields.includes('headcount'));
  const unit = readUnit(textOf(row, 'unit'), context.units);
  const contact = readContacts(textOf(row, 'contact'));
  const audience = readAudience(row.cells.audience?.text ?? null, content, textOf(row, 'headcount'));
  const venue = readVenue(row.cells.venue?.text ?? null, content);
  const venueFindings = content || context.prose || context.fields.includes('venue') ? venue.findings : [];
  const deadline = deadlineOf(row, content, context.year, time);
  const formCell = textOf(row, 'form');
  const forms = formCell ? readForms(formCell) : formsIn(theme.theme ?? '', content);
  const values: PlanValues = {
    theme: theme.theme,
    content: content || null,
    window: time.window,
    startTime: time.startTime,
    endTime: time.endTime,
    headcount: headcount.headcount,
    unit: unit.unit,
    organizerId: unit.organizerId,
    contacts: contact.contacts,
    forms: forms.forms,
    audience: audience.audience,
    venueText: venue.venue,
    times: time.times,
    tentative: time.tentative,
    recurrence: time.recurrence,
    closesAt: deadline.closesAt,
    groups: headcount.groups,
    note: sentence(textOf(row, 'note')) || null,
  };
  const findings = [
    ...time.findings,
    ...theme.findings,
    ...headcount.findings,
    ...unit.findings,
    ...contact.findings,
    ...audience.findings.filter(({ code }) => !(context.prose && code === 'audience_missing')),
    ...readClosed(textOf(row, 'note')),
    ...venueFindings,
    ...aboutStray(row, contact.stray),
    ...aboutContent(content, theme.theme ?? ''),
    ...deadline.findings,
    ...aboutTorn(row),
    ...aboutUnsure(row, context.fields),
    ...aboutDayCutOff(row, time),
    ...(context.prose ? [] : aboutAbsent(row, context.fields)),
  ];
  return { row, values, findings: distinct(findings), time, headcount, forms };
}

/** The column's own figure; where it is empty, what the audience's column or the content names. */
function headcountOf(row: SheetRow, content: string, hasColumn: boolean): HeadcountReading {
  const cell = textOf(row, 'headcount');
  const nobody: HeadcountReading = { headcount: null, kind: null, groups: [], findings: [] };
  const audience = textOf(row, 'audience');
  if (!cell && peopleIn(audience).length > 0) return readHeadcount(countingPart(audience));
  const people = peopleIn(content);
  if (!cell && people.length === 1) {
    const one = readHeadcount(people[0]!.raw);
    const raw = people[0]!.raw;
    const asked = finding('headcount_meaning', 'headcount', `人数取自“${raw}”，请核对名额。`, raw);
    return { ...one, findings: [...one.findings, asked] };
  }
  if (!cell && !hasColumn) return nobody;
  const open = /无需报名|无须报名|不限人数/.test(textOf(row, 'note'));
  if (!cell && open) return nobody;
  const own = readHeadcount(cell);
  if (!own.headcount) return own;
  const { min, max } = own.headcount;
  const other = people.find((count) => count.min !== (min ?? max) || count.max !== max);
  const households = householdsIn(content);
  const findings = [...own.findings];
  if (other && own.kind !== 'groups') {
    const message = `人数写“${own.headcount.text}”，内容写“${other.raw}”，请定下名额。`;
    findings.push(finding('headcount_conflict', 'headcount', message, other.raw));
  }
  if (households) {
    const message = `内容写“${households}”，人数写“${own.headcount.text}”，数的不是一样东西，请核对名额。`;
    findings.push(finding('headcount_unit', 'headcount', message, households));
  }
  return { ...own, findings };
}

/** The clauses of a sentence from the first that counts people to the last. */
function countingPart(text: string): string {
  const clauses = [...text.matchAll(/[^，,。；;\n]+/g)].filter(([clause]) => peopleIn(clause).length > 0);
  const last = clauses.at(-1);
  return last ? text.slice(clauses[0]!.index, last.index + last[0].length) : text;
}

function aboutStray(row: SheetRow, contactStray: string | null): Finding[] {
  const findings: Finding[] = [];
  if (contactStray) {
    const message = `联系人里多出“${contactStray}”，请核对原表，定下算哪一格的。`;
    findings.push(finding('stray_text', 'contact', message, contactStray));
  }
  if (row.stray) {
    findings.push(
      finding('stray_text', 'content', `“${row.stray.text}”不知道属于哪一格，请核对原表。`, row.stray.text),
    );
  }
  return findings;
}

function aboutContent(content: string, theme: string): Finding[] {
  const findings: Finding[] = [];
  const cut = cutOff(content);
  if (cut) findings.push(finding('truncated', 'content', `内容到“${cut}”就断了，请补全。`, cut));
  for (const { raw, instead } of suspectedSlips(theme, content)) {
    const guess = instead ? `，像是“${instead}”` : '';
    findings.push(finding('suspected_typo', 'content', `“${raw}”可能是错字${guess}，请核对。`, raw));
  }
  const conflict = formConflict(theme, content);
  if (conflict) {
    findings.push(
      finding('form_conflict', 'form', `主题说“${conflict[0]}”，内容说“${conflict[1]}”，请定下形式。`, conflict[1]),
    );
  }
  return findings;
}

/** Wherever the row tells it: in the remarks, the content, behind the time or the audience. */
function deadlineOf(row: SheetRow, content: string, year: number | null, time: TimeReading): DeadlineReading {
  const told = [textOf(row, 'note'), content, textOf(row, 'time'), textOf(row, 'audience'), textOf(row, 'contact')];
  const day = time.window?.precision === 'day' ? time.window.from : null;
  const readings = told.map((text) => readDeadline(text, year, day));
  return readings.find(({ closesAt, findings }) => closesAt !== null || findings.length > 0) ?? readings[0]!;
}

const NAMES: Partial<Record<PlanField, string>> = { headcount: '人数', contact: '联系人', venue: '地点', unit: '单位' };

function aboutAbsent(row: SheetRow, fields: readonly PlanField[]): Finding[] {
  return Object.entries(NAMES).flatMap(([field, name]) =>
    fields.includes(field as PlanField) || row.cells[field as PlanField]
      ? []
      : [finding('field_absent', field as PlanField, `表里没有“${name}”这一列。`)],
  );
}

function distinct(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (one, i) =>
      findings.findIndex((other) => other.code === one.code && other.field === one.field && other.raw === one.raw) ===
      i,
  );
}
