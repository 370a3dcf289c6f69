import { Injectable } from '@nestjs/common';
import type { MonthlyTopic as Wire } from '@openday/shared/monthly-topics';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, LessThan, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import type { PageQuery } from '../../http/fields';
import { MonthlyTopic } from './monthly-topic.entity';
import { TopicReader } from './topic.reader';
import { isVoting } from './topic.rules';
import { TopicCandidate } from './topic-candidate.entity';
import { TopicVote } from './topic-vote.entity';

/** What residents see of 每月一题, and their vote. */
@Injectable()
export class TopicsService {
  constructor(
    private readonly database: Database,
    private readonly reader: TopicReader,
  ) {}

  /** Newest first; what a unit still drafts is not among them. */
  async list(query: PageQuery, caller?: Caller): Promise<Page<Wire>> {
    const limit = query.limit ?? 10;
    const after = decodeCursor(query.cursor, 'id');
    const found = await this.database.read.find(MonthlyTopic, {
      where: { state: Not('draft'), ...(after && { id: LessThan(String(after[0])) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.shown(this.database.read, shown, caller),
      nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  async detail(id: string, caller?: Caller): Promise<Wire> {
    const round = await this.database.read.findOneBy(MonthlyTopic, { id, state: Not('draft') });
    if (!round) throw new AppError('NOT_FOUND');
    return (await this.shown(this.database.read, [round], caller))[0]!;
  }

  /** One vote of an account in a round; another choice takes its place. Throws VOTING_CLOSED, NOT_FOUND. */
  vote(caller: Caller, id: string, candidateId: string): Promise<Wire> {
    return this.database.write(async (manager) => {
      const round = await manager.findOne(MonthlyTopic, {
        where: { id, state: Not('draft') },
        lock: lockMode(manager),
      });
      if (!round || !(await manager.existsBy(TopicCandidate, { id: candidateId, monthlyTopicId: id })))
        throw new AppError('NOT_FOUND');
      const at = await databaseNow(manager);
      if (!isVoting(round, at)) throw new AppError('VOTING_CLOSED');
      const key = { monthlyTopicId: id, accountId: caller.id };
      if (await manager.existsBy(TopicVote, key)) await manager.update(TopicVote, key, { candidateId, at });
      else await manager.insert(TopicVote, { ...key, candidateId, at });
      return (await this.shown(manager, [round], caller))[0]!;
    });
  }

  private async shown(manager: EntityManager, rounds: MonthlyTopic[], caller?: Caller): Promise<Wire[]> {
    return this.reader.rounds(manager, rounds, caller?.id ?? null, await databaseNow(manager));
  }
}
