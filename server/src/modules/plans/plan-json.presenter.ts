import { ERRORS } from '@openday/shared/errors';
import type { DateWindow } from '@openday/shared/events';
import type { Form } from '@openday/shared/forms';
import { type PlanField } from '@openday/shared/plan-fields';
import { PLAN_WARNINGS, type PlanWarningCode, type Severity } from '@openday/shared/plan-warnings';
import { type RawCell } from '@openday/shared/plans';
import type { AppError } from '../../http/app-error';
import type { RowReading } from './plan-row.rules';
import { textOf } from './plan-sheet.rules';
import type { PlanReading } from './plan-understanding.rules';
import { joinLines } from './plan-words.rules';

/** A plan as scripts get it. Null where the sheet does not say; `text` is the sheet's own words. */
export interface PlanJson {
  title: string | null;
  year: number | null;
  programme: string | null;
  rows: RowJson[];
  /** Only where nothing was imported. */
  rejected?: { code: string; message: string };
}

export interface RowJson {
  no: number | string | null;
  time: {
    text: string | null;
    /** Days `YYYY-MM-DD`, the first and the last. */
    from: string | null;
    to: string | null;
    precision: DateWindow['precision'] | null;
    /** Local clock `HH:MM`. */
    start: string | null;
    end: string | null;
    tentative: boolean;
    recurrence?: string;
  };
  theme: string | null;
  content: string | null;
  headcount: { text: string | null; min: number | null; max: number | null; kind: string | null };
  unit: string | null;
  /** One entry to a number; a person without one has an empty `phone`. */
  contacts: { name: string; phone: string }[];
  forms: { text: string; canonical: Form | null }[];
  audience: string | null;
  venue: string | null;
  warnings: { code: PlanWarningCode; field: PlanField; severity: Severity; message: string; raw?: string }[];
  /** Every cell of the row as it stands in the sheet, and where. */
  source: Partial<Record<PlanField, RawCell>>;
}

export function presentReading({ title, year, programme, rows }: PlanReading): PlanJson {
  return { title, year, programme, rows: rows.map(presentRow) };
}

export function presentRefusal({ code, details }: AppError): PlanJson {
  const message = [ERRORS[code][1], ...(details ?? []).map((detail) => detail.message)].join('');
  return { title: null, year: null, programme: null, rows: [], rejected: { code, message } };
}

function presentRow({ row, values, findings, time, headcount, forms }: RowReading): RowJson {
  return {
    no: numberOf(textOf(row, 'no')),
    time: {
      text: joinLines(textOf(row, 'time')) || null,
      from: time.bounded ? (values.window?.from ?? null) : null,
      to: time.bounded ? (values.window?.to ?? null) : null,
      precision: values.window?.precision ?? null,
      start: values.startTime,
      end: values.endTime,
      tentative: time.tentative,
      ...(time.recurrence !== null && { recurrence: time.recurrence }),
    },
    theme: values.theme,
    content: values.content,
    headcount: {
      text: values.headcount?.text ?? (joinLines(textOf(row, 'headcount')) || null),
      min: values.headcount?.min ?? null,
      max: values.headcount?.max ?? null,
      kind: values.headcount ? headcount.kind : null,
    },
    unit: values.unit,
    contacts: values.contacts.flatMap(({ name, phones }) =>
      phones.length > 0 ? phones.map((phone) => ({ name, phone })) : [{ name, phone: '' }],
    ),
    forms: forms.words,
    audience: values.audience,
    venue: values.venueText,
    warnings: findings.map(({ code, field, message, raw }) => ({
      code,
      field,
      severity: PLAN_WARNINGS[code],
      message,
      ...(raw !== null && { raw }),
    })),
    source: row.cells,
  };
}

/** 3, `3.` and `3、` are the number 3; 3-1 stays as it is written. */
function numberOf(text: string): number | string | null {
  const plain = text.replace(/\s+/g, '').replace(/[.、．]$/, '');
  if (plain === '') return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
}
