import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { Answers, Tallies } from '@openday/shared/questionnaires';
import { CLARITIES, SATISFACTIONS } from '@openday/shared/responses';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { ownEvent } from '../events/desk-events.service';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope, unitNames } from '../organizers/scope.queries';
import { batchesOf, onlineOf } from '../questionnaires/results.queries';
import { resultsOf } from '../questionnaires/results.rules';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { CLARITY_WORDS, KIND_NAMES, percent, SATISFACTION_WORDS, sheetTime } from './words.rules';

const PIECE = 200;

/** How often each answer was ticked; `blank`: the question was left empty. */
export const TALLY_COLUMNS: Column[] = [
  ...SATISFACTIONS.map((key) => ({ title: SATISFACTION_WORDS[key], width: 9 })),
  { title: '满意吗：没填', width: 12 },
  ...CLARITIES.map((key) => ({ title: CLARITY_WORDS[key], width: 10 })),
  { title: '说清楚了吗：没填', width: 15 },
];

export const tallyCells = (tallies: Tallies | null): Cell[] => [
  ...[...SATISFACTIONS, 'blank' as const].map((key) => tallies?.satisfaction[key] ?? null),
  ...[...CLARITIES, 'blank' as const].map((key) => tallies?.clarity[key] ?? null),
];

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '活动时间', width: 30 },
  { title: '活动主题', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '网上答卷', width: 10 },
  { title: '网上满意（%）', width: 13 },
  { title: '纸质发放', width: 10 },
  { title: '纸质收回', width: 10 },
  { title: '纸质满意（%）', width: 13 },
  { title: '合计份数', width: 10 },
  { title: '答了满意吗', width: 11 },
  { title: '其中满意和很满意', width: 16 },
  { title: '满意（%）', width: 10 },
  { title: '说清楚了（%）', width: 13 },
  ...TALLY_COLUMNS,
];

/** What questionnaires say of each event that has any, online, on paper and both; few online stay unsaid, as on their page. */
@Injectable()
export class SatisfactionTableReader {
  constructor(private readonly database: Database) {}

  /** Of one event, or of all. Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { event }: NewExport): Promise<Table> {
    if (event) await ownEvent(this.database.read, caller, event);
    const total = await this.found(caller, event).getCount();
    return { name: KIND_NAMES.satisfaction, columns: COLUMNS, total, rows: () => numbered(this.lines(caller, event)) };
  }

  private async *lines(caller: Caller, event?: string): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const after = (last: string) =>
      this.found(caller, event).andWhere('e.id > :last', { last }).orderBy('e.id').take(PIECE).getMany();
    for await (const events of inPieces(PIECE, after)) {
      const units = await unitNames(manager, events);
      const where = { eventId: In(events.map(({ id }) => id)), publishedAt: Not(IsNull()) };
      const sessions = await manager.find(EventSession, { where, order: { startsAt: 'ASC' } });
      for (const { id, theme, organizerId } of events) {
        const own = sessions.filter(({ eventId }) => eventId === id);
        const batches = await batchesOf(manager, id, null);
        const answered = await onlineOf(
          manager,
          own.map((session) => session.id),
        );
        const handedOut = batches.length ? batches.reduce((sum, batch) => sum + batch.handedOut, 0) : null;
        yield [
          own.map(({ startsAt, endsAt }) => sheetTime(startsAt, endsAt)).join('；') || null,
          theme,
          units.get(organizerId) ?? null,
          ...presentResults(resultsOf(answered, batches), handedOut),
        ];
      }
    }
  }

  private found(caller: Caller, event?: string) {
    const found = inScope(this.database.read.createQueryBuilder(Event, 'e'), 'e', caller).where(
      '(EXISTS (SELECT 1 FROM paper_batches b WHERE b.eventId = e.id) OR EXISTS (SELECT 1 FROM responses r ' +
        'INNER JOIN event_sessions s ON s.id = r.sessionId WHERE s.eventId = e.id))',
    );
    if (event) found.andWhere('e.id = :event', { event });
    return found;
  }
}

/** `handedOut`: null = no paper was. */
function presentResults({ online, paper, together }: ReturnType<typeof resultsOf>, handedOut: number | null): Cell[] {
  const returned = handedOut === null ? null : paper.n;
  return [
    online.n ?? '不到 3 份',
    satisfied(online),
    ...[handedOut, returned, satisfied(paper)],
    together?.n ?? null,
    together?.satisfaction?.answered ?? null,
    together?.satisfaction?.satisfied ?? null,
    satisfied(together),
    percent(together?.clarity?.clear ?? null, together?.clarity?.answered ?? null),
    ...tallyCells(together?.tallies ?? null),
  ];
}

const satisfied = (answers: Answers | null): number | null =>
  percent(answers?.satisfaction?.satisfied ?? null, answers?.satisfaction?.answered ?? null);
