import { Injectable } from '@nestjs/common';
import type { Candidate, MonthlyTopic as Round } from '@openday/shared/monthly-topics';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope } from '../organizers/scope.queries';
import { MonthlyTopic } from '../topics/monthly-topic.entity';
import { TopicReader } from '../topics/topic.reader';
import { TopicCandidate } from '../topics/topic-candidate.entity';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords, ROUND_STATE_WORDS } from './words.rules';

const PIECE = 50;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '月份', width: 10 },
  { title: '题目', width: 28 },
  { title: '单位', width: 22 },
  { title: '进度', width: 12 },
  { title: '投票截止', width: 18 },
  { title: '候选', width: 28 },
  { title: '说明', width: 36 },
  { title: '票数', width: 8 },
  { title: '相关意见', width: 10 },
  { title: '选定', width: 8 },
  { title: '为什么选它', width: 32 },
  { title: '在哪场议', width: 30 },
  { title: '结果', width: 48 },
];

/** 每月一题 of the caller's units, oldest first: a line for each candidate, and one for a round that has none. */
@Injectable()
export class TopicsTableReader {
  constructor(
    private readonly database: Database,
    private readonly reader: TopicReader,
  ) {}

  async table(caller: Caller): Promise<Table> {
    const all = await this.found(caller)
      .leftJoin(TopicCandidate, 'c', 'c.monthlyTopicId = t.id')
      .select('COUNT(*)', 'n')
      .getRawOne<{ n: number | string }>();
    const total = Number(all?.n ?? 0);
    return { name: KIND_NAMES.topics, columns: COLUMNS, total, rows: () => numbered(this.lines(caller)) };
  }

  private async *lines(caller: Caller): AsyncGenerator<Cell[]> {
    const now = await this.database.now();
    const after = (last: string) =>
      this.found(caller).where('t.id > :last', { last }).orderBy('t.id').take(PIECE).getMany();
    for await (const piece of inPieces(PIECE, after))
      for (const round of await this.reader.rounds(this.database.read, piece, null, now))
        for (const candidate of round.candidates.length ? round.candidates : [null])
          yield presentLine(round, candidate);
  }

  private found(caller: Caller) {
    return inScope(this.database.read.createQueryBuilder(MonthlyTopic, 't'), 't', caller);
  }
}

function presentLine(round: Round, candidate: Candidate | null): Cell[] {
  const { month, title, organizer, state, votesUntil, chosen, session, outcome } = round;
  const isChosen = candidate !== null && chosen?.candidateId === candidate.id;
  return [
    ...[month, title, organizer.name, ROUND_STATE_WORDS[state], momentWords(new Date(votesUntil))],
    ...[candidate?.title ?? null, candidate?.note || null, candidate?.votes ?? null, candidate?.suggestions ?? null],
    ...(isChosen
      ? [
          ...['是', chosen.reason],
          session && `${momentWords(new Date(session.startsAt))} ${session.theme}`,
          outcome?.text ?? null,
        ]
      : [null, null, null, null]),
  ];
}
