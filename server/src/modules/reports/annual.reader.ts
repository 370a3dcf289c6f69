import { Injectable } from '@nestjs/common';
import type { AttendanceSource, ClosingState } from '@openday/shared/closing';
import { instantOf } from '@openday/shared/dates';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { ClosingReport } from '../closing/closing-report.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope } from '../organizers/scope.queries';
import { PaperBatch } from '../questionnaires/paper-batch.entity';
import { Response } from '../questionnaires/response.entity';
import { SessionCount } from '../registrations/session-count.entity';
import { cameOf, withReported } from '../registrations/session-count.rules';
import { Suggestion } from '../suggestions/suggestion.entity';
import type { Year, YearAnswers, YearBatch, YearSession, YearSuggestion } from './annual-year.rules';

/** Fewer answers online than this would tell what each one said (docs/rules/closing.md). */
const LEAST = 3;

type Moment = Date | string;
const dated = (at: Moment): Date => (at instanceof Date ? at : new Date(`${at.replace(' ', 'T')}Z`));
const numbered = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

interface SessionRaw {
  id: string;
  eventId: string;
  theme: string;
  unitId: string;
  unit: string;
  startsAt: Moment;
  endsAt: Moment;
  cancelledAt: Moment | null;
  arrived: number | null;
  walkIns: number | null;
  tally: number | null;
  tallies: number | null;
  corrected: number | null;
  actual: number | null;
  source: AttendanceSource | null;
  explanations: number | null;
  state: ClosingState | null;
  recordedAfter: number | null;
  suggestions: number | null;
  resolved: number | null;
}

/** All that is recorded of a year in the caller's units: kept numbers of sessions, never a look at a registration. */
@Injectable()
export class AnnualReader {
  constructor(private readonly database: Database) {}

  async year(caller: Caller, year: number, programme: string | undefined): Promise<Year> {
    const manager = this.database.read;
    const span = {
      from: new Date(instantOf(`${year}-01-01`, '00:00')),
      to: new Date(instantOf(`${year + 1}-01-01`, '00:00')),
      ...(programme && { programme }),
    };
    const sessions = await this.sessions(manager, caller, span);
    return {
      sessions,
      batches: await this.batches(manager, caller, span, sessions),
      answers: await this.answers(manager, caller, span, sessions),
      suggestions: await this.suggestions(manager, caller, span),
    };
  }

  /** The first and the last year of which the caller's units have a public session; null = none. */
  async years(caller: Caller): Promise<{ first: Date; last: Date } | null> {
    const found = await inScope(this.database.read.createQueryBuilder(EventSession, 's'), 's', caller)
      .select('MIN(s.startsAt)', 'first')
      .addSelect('MAX(s.startsAt)', 'last')
      .where('s.publishedAt IS NOT NULL')
      .getRawOne<{ first: Moment | null; last: Moment | null }>();
    return found?.first && found.last ? { first: dated(found.first), last: dated(found.last) } : null;
  }

  private async sessions(manager: EntityManager, caller: Caller, span: Span): Promise<YearSession[]> {
    const rows = await inYear(manager, caller, span)
      .leftJoin(SessionCount, 'n', 'n.sessionId = s.id')
      .leftJoin(ClosingReport, 'c', 'c.sessionId = s.id')
      .select(['s.id AS id', 's.eventId AS eventId', 's.startsAt AS startsAt', 's.endsAt AS endsAt'])
      .addSelect(['s.cancelledAt AS cancelledAt', 'e.theme AS theme', 'scope.id AS unitId', 'scope.name AS unit'])
      .addSelect(['n.arrived AS arrived', 'n.walkIns AS walkIns', 'n.tally AS tally', 'n.tallies AS tallies'])
      .addSelect(['n.corrected AS corrected', 'c.actual AS actual', 'c.source AS source'])
      .addSelect(['c.explanations AS explanations', 'c.recordedAfter AS recordedAfter', 'c.state AS state'])
      .addSelect(['c.suggestions AS suggestions', 'c.resolved AS resolved'])
      .orderBy('s.startsAt')
      .addOrderBy('s.id')
      .getRawMany<SessionRaw>();
    return rows.map(yearSession);
  }

  private async batches(
    manager: EntityManager,
    caller: Caller,
    span: Span,
    sessions: YearSession[],
  ): Promise<YearBatch[]> {
    const first = new Map<string, YearSession>();
    for (const session of sessions) if (!first.has(session.eventId)) first.set(session.eventId, session);
    const known = new Map(sessions.map((session) => [session.id, session]));
    const within = inYear(manager, caller, span).select('s.eventId');
    const batches = await manager
      .createQueryBuilder(PaperBatch, 'b')
      .where(`b.eventId IN (${within.getQuery()})`)
      .setParameters(within.getParameters())
      .orderBy('b.id')
      .getMany();
    return batches.flatMap(({ id, eventId, sessionId, place, handedOut, returned, tallies }) => {
      // What was handed out for an event as such counts in the year it began.
      const session = sessionId ? known.get(sessionId) : first.get(eventId);
      if (!session) return [];
      const ticked = tallies?.satisfaction;
      const of = ticked && ticked.veryGood + ticked.good + ticked.fair + ticked.poor + ticked.veryPoor;
      const answered = ticked && of ? { of, satisfied: ticked.veryGood + ticked.good } : null;
      const { startsAt: at, theme, unit } = session;
      return [{ id, at, theme, unit, sessionId, place, handedOut, returned, answered }];
    });
  }

  private async answers(
    manager: EntityManager,
    caller: Caller,
    span: Span,
    sessions: YearSession[],
  ): Promise<YearAnswers[]> {
    const known = new Map(sessions.map((session) => [session.id, session]));
    const rows = await inYear(manager, caller, span)
      .innerJoin(Response, 'r', 'r.sessionId = s.id')
      .select('s.id', 'id')
      .addSelect('COUNT(*)', 'n')
      .addSelect("SUM(CASE WHEN r.satisfaction IN ('veryGood', 'good') THEN 1 ELSE 0 END)", 'satisfied')
      .groupBy('s.id')
      .having('COUNT(*) >= :least', { least: LEAST })
      .getRawMany<{ id: string; n: string | number; satisfied: string | number }>();
    return rows.flatMap(({ id, n, satisfied }) => {
      const session = known.get(id);
      if (!session) return [];
      const { startsAt: at, theme, unit } = session;
      return [{ sessionId: id, at, theme, unit, of: Number(n), satisfied: Number(satisfied) }];
    });
  }

  private async suggestions(manager: EntityManager, caller: Caller, span: Span): Promise<YearSuggestion[]> {
    const found = inScope(manager.createQueryBuilder(Suggestion, 'g'), 'g', caller)
      .leftJoin(Event, 'e', 'e.id = g.eventId')
      .select(['g.id AS id', 'g.createdAt AS at', 'e.theme AS about', 'scope.name AS unit'])
      .addSelect(['g.declaredAt AS declaredAt', 'g.verdict AS verdict'])
      .where('g.createdAt >= :from AND g.createdAt < :to', span)
      .orderBy('g.createdAt')
      .addOrderBy('g.id');
    if (span.programme) found.andWhere('g.programmeId = :programme', span);
    const rows = await found.getRawMany<{
      id: string;
      at: Moment;
      about: string | null;
      unit: string;
      declaredAt: Moment | null;
      verdict: string | null;
    }>();
    return rows.map(({ id, at, about, unit, declaredAt, verdict }) => ({
      ...{ id, at: dated(at), about: about ?? '', unit },
      ...{ declared: declaredAt !== null, confirmed: verdict === 'solved' },
    }));
  }
}

interface Span {
  from: Date;
  to: Date;
  programme?: string;
}

/** Public sessions that begin in the span, cancelled ones too. */
function inYear(manager: EntityManager, caller: Caller, span: Span) {
  const found = inScope(manager.createQueryBuilder(EventSession, 's'), 's', caller)
    .innerJoin(Event, 'e', 'e.id = s.eventId')
    .where('s.publishedAt IS NOT NULL AND s.startsAt >= :from AND s.startsAt < :to', span);
  if (span.programme) found.andWhere('e.programmeId = :programme', span);
  return found;
}

function yearSession(row: SessionRaw): YearSession {
  const { id, eventId, theme, unitId, unit, source } = row;
  const counted = cameOf(
    row.arrived === null
      ? null
      : {
          arrived: Number(row.arrived),
          walkIns: Number(row.walkIns),
          tally: Number(row.tally),
          tallies: Number(row.tallies),
          corrected: numbered(row.corrected),
        },
  );
  const actual = numbered(row.actual);
  const { checkedIn, handCount } = withReported(counted, { actual, source });
  const after = Boolean(Number(row.recordedAfter));
  return {
    ...{ id, eventId, theme, unitId, unit, source, checkedIn, handCount },
    startsAt: dated(row.startsAt),
    endsAt: dated(row.endsAt),
    cancelled: row.cancelledAt !== null,
    actual,
    explanations: numbered(row.explanations),
    draft: row.state === 'draft',
    suggestions: after ? numbered(row.suggestions) : null,
    resolved: after ? numbered(row.resolved) : null,
  };
}
