import type { NewEvent } from '@openday/shared/events';
import type { DecidedTime, PlanDecision, PlanRow, PlanValues } from '@openday/shared/plans';
import type { NewSession } from '@openday/shared/sessions';
import type { ErrorDetail } from '@openday/shared/wire';

/** Beijing time all year round. */
const OFFSET = '+08:00';

/** What a row makes public: its event, and its sessions in order of time; none while its date is to be set. */
export interface PublicRow {
  event: NewEvent;
  sessions: NewSession[];
}

/** What was made public last, with the sessions made of it in the same order. */
export interface PublishedRow extends PublicRow {
  sessionIds: string[];
}

/** Whether what would be made public now differs from what was. */
export function differs(published: PublishedRow, now: PublicRow): boolean {
  const { event, sessions } = published;
  return JSON.stringify({ event, sessions }) !== JSON.stringify(now);
}

export function publicRow({ parsed, decided }: Read, programmeId: string | null): PublicRow {
  return {
    event: eventOf(parsed, decided, programmeId),
    sessions: decided.act === 'announce' ? [] : sessionsOf(parsed, decided),
  };
}

type Read = Pick<PlanRow, 'parsed' | 'decided'>;

/** Why a row cannot be made public as decided, in words; null = it can. */
export function blockedBecause(row: PlanRow): string | null {
  if (row.decided.act === 'skip' || row.state === 'skipped') return '这一项定的是先不公布。';
  const excess = tooLarge(row.parsed, row.decided);
  if (excess) return excess;
  if (row.decided.act === 'announce' && row.announceable) return null;
  if (row.decided.act !== 'announce' && row.publishable) return null;
  if (row.change === 'gone' && !row.decided.keep) return '新表里没有这一项了，要公布请先选“保留”。';
  const open = row.warnings.filter(({ severity, settled }) => severity === 'block' && !settled);
  return open[0]?.message ?? '这一项还差必须定的内容。';
}

const THEME_MOST = 100;
const PLANNED_MOST = 1_000_000;
const SEATS_MOST = 100_000;

/** What is larger in the sheet than any event may be, in words; null = nothing. The same limits as by hand. */
function tooLarge({ theme, headcount }: PlanValues, decided: PlanDecision): string | null {
  if ([...(decided.theme ?? theme ?? '')].length > THEME_MOST) return `主题太长了，请改到${THEME_MOST}个字以内。`;
  const planned = Math.max(headcount?.min ?? 0, headcount?.max ?? 0);
  if (planned > PLANNED_MOST) return '表里的人数太大了，请改好表再导入。';
  if ((decided.capacity ?? headcount?.max ?? 0) > SEATS_MOST) return '名额太多了，请核对。';
  return null;
}

/** A row's event as decided, the decisions standing over the sheet's values; without its session. */
function eventOf(values: PlanValues, decided: PlanDecision, programmeId: string | null): NewEvent {
  const { headcount, window, audience } = values;
  return {
    theme: (decided.theme ?? values.theme)!,
    content: (decided.content ?? values.content ?? '').slice(0, 4_000),
    forms: decided.forms ?? values.forms,
    audience: audience ?? '',
    organizerId: (decided.organizerId ?? values.organizerId)!,
    ...(programmeId && { programmeId }),
    ...(headcount && {
      headcount: {
        ...(headcount.min !== null && { min: headcount.min }),
        ...(headcount.max !== null && { max: headcount.max }),
        text: headcount.text,
        approximate: headcount.approximate,
      },
    }),
    ...(window && { window }),
  };
}

/** When a row's sessions are, in order: the decided times, else the sheet's exact date and clock; empty while not known. */
export function sessionTimes(values: PlanValues, decided: PlanDecision): DecidedTime[] {
  const { window, startTime, endTime } = values;
  const day = window?.precision === 'day' ? window.from : null;
  const startsAt = decided.startsAt ?? (day && startTime && instantOf(day, startTime));
  const endsAt = decided.endsAt ?? (!decided.startsAt && day && endTime && instantOf(day, endTime));
  if (!startsAt || !endsAt) return [];
  return [{ startsAt, endsAt }, ...(decided.moreTimes ?? [])].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** A row's sessions, with the public quota or the decided pools. */
function sessionsOf(values: PlanValues, decided: PlanDecision): NewSession[] {
  const mode = decided.mode ?? 'firstCome';
  const capacity = decided.capacity ?? values.headcount?.max ?? 0;
  return sessionTimes(values, decided).map(({ startsAt, endsAt }) => ({
    ...(decided.venueId ? { venueId: decided.venueId } : { venue: decided.venue! }),
    startsAt,
    endsAt,
    mode,
    ...closing(values, decided, startsAt),
    ...(mode !== 'none' && { quotas: decided.quotas ?? [{ name: '居民', capacity }] }),
  }));
}

/** The sheet's deadline is of the first session; for one it comes too late for, registration ends at the start. */
function closing(values: PlanValues, decided: PlanDecision, startsAt: string): { closesAt?: string } {
  const said = values.closesAt && new Date(`${values.closesAt}:00${OFFSET}`).toISOString();
  const closesAt = decided.closesAt ?? said;
  return closesAt && closesAt <= startsAt && decided.mode !== 'none' ? { closesAt } : {};
}

function instantOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00${OFFSET}`).toISOString();
}

/** Details of a refusal, named by the row's place in the sheet. */
export function rowDetail(row: PlanRow, message: string): ErrorDetail {
  return { field: `rows.${row.id}`, message: `第${row.index}项：${message}` };
}
