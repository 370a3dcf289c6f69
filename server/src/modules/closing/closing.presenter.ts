import type { Closing, ClosingCard, FiveNumbers, PublicClosing } from '@openday/shared/closing';
import type { Attendance } from '../check-in/attendance.rules';
import { presentHeadcount } from '../events/event.presenter';
import type { SessionRow } from '../events/session.presenter';
import { totalSeats } from '../quotas/quota.presenter';
import { attendanceFigure, dueOf, gapsOf, offPlan, soonOf } from './closing.rules';
import type { ClosingReport } from './closing-report.entity';
import { toldText } from './told.rules';

/** A session with its report and what the records say. */
export interface ClosingRow {
  row: SessionRow;
  report: ClosingReport | null;
  /** The programme's; null = it is in none. */
  closingDays: number | null;
  attendance: Attendance | null;
  questionnaires: Closing['questionnaires'];
  suggestions: Closing['suggestions'];
}

/** A line of a list: the session and where its report stands. */
export interface CardRow {
  session: { id: string; eventId: string; startsAt: Date; endsAt: Date };
  theme: string;
  organizer: { id: string; name: string };
  closingDays: number | null;
  report: ClosingReport | null;
}

export function presentClosingCard(
  { session, theme, organizer, closingDays, report }: CardRow,
  now: Date,
): ClosingCard {
  const dueAt = dueOf(session.endsAt, closingDays);
  return {
    sessionId: session.id,
    eventId: session.eventId,
    theme,
    organizer,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    state: report?.state ?? null,
    dueAt: dueAt.toISOString(),
    overdue: report?.state !== 'published' && now > dueAt,
    actual: report?.actual ?? null,
    source: report?.source ?? null,
    publishedAt: report?.publishedAt?.toISOString() ?? null,
    recordedAfter: report?.recordedAfter ?? false,
  };
}

function numbersOf({ row: { event, venue, quotas }, attendance }: ClosingRow): FiveNumbers {
  const seats = totalSeats(quotas);
  const came = attendance && (attendance.arrivals.size > 0 || attendance.walkIns > 0);
  return {
    planned: presentHeadcount(event),
    capacity: seats?.capacity ?? venue.capacity,
    registered: seats?.taken ?? null,
    checkedIn: came ? attendance.checkedIn : null,
    walkIns: came ? attendance.walkIns : null,
    handCount: attendance?.handCount ?? null,
  };
}

export function presentClosing(found: ClosingRow, now: Date): Closing {
  const { row, report, closingDays, questionnaires } = found;
  const { session, event, organizer, venue } = row;
  const numbers = numbersOf(found);
  const figure = attendanceFigure(report, numbers);
  const { planned, handCount, checkedIn } = numbers;
  const differs = {
    countDiffers: handCount !== null && checkedIn !== null ? handCount - checkedIn : null,
    planDiffers: offPlan(figure.actual, planned),
  };
  const said = saidOf(report);
  const suggestions = report?.recordedAfter
    ? { received: report.suggestions ?? 0, answered: 0, resolved: report.resolved ?? 0, confirmed: 0 }
    : found.suggestions;
  const card = presentClosingCard(
    { session, theme: event.theme, organizer: { id: organizer.id, name: organizer.name }, closingDays, report },
    now,
  );
  const dueAt = dueOf(session.endsAt, closingDays);
  const { answered, satisfied } = questionnaires;
  const figures = {
    ...{ startsAt: session.startsAt, organizer: organizer.name, theme: event.theme },
    ...{ actual: figure.actual, source: figure.source, explanations: said.explanations },
    ...{ received: suggestions.received, answered: suggestions.answered },
    sheets: answered !== null && satisfied !== null ? { answered, satisfied } : null,
  };
  return {
    ...card,
    ...figure,
    venue: venue.name,
    forms: event.forms,
    numbers,
    ...said,
    ...differs,
    gaps: gapsOf({ ...said, ...differs, actual: figure.actual, recordedAfter: card.recordedAfter }),
    questionnaires,
    suggestions,
    preview: toldText(figures, now.getTime()),
    told: report?.told ?? null,
    remindsAt: card.state !== 'published' && now < soonOf(dueAt) ? soonOf(dueAt).toISOString() : null,
  };
}

/** What the unit filled in; empty where it has not begun. */
const saidOf = (report: ClosingReport | null) => ({
  countReasons: report?.countReasons ?? [],
  countNote: report?.countNote ?? '',
  planReasons: report?.planReasons ?? [],
  planNote: report?.planNote ?? '',
  explanations: report?.explanations ?? null,
  photos: report?.photos ?? [],
  photosVouched: report?.photosVouched ?? false,
  line: report?.publicLine ?? '',
});

/** `stored`: which of its pictures are still there. */
export const presentPublic = (report: ClosingReport, stored: ReadonlySet<string>): PublicClosing => ({
  sessionId: report.sessionId,
  told: report.told ?? '',
  line: report.publicLine,
  photos: report.photos.filter((sha) => stored.has(sha)),
  actual: report.actual,
  estimated: report.source === 'estimated',
  publishedAt: (report.publishedAt ?? report.updatedAt).toISOString(),
});
