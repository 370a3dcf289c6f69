import { Injectable } from '@nestjs/common';
import type {
  NewCandidate,
  NewMonthlyTopic,
  TopicChoice,
  TopicMatter,
  MonthlyTopic as Wire,
} from '@openday/shared/monthly-topics';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import type { PageQuery } from '../../http/fields';
import { AuditWriter } from '../audit/audit.writer';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { hasMobile } from '../privacy/words.rules';
import { Quota } from '../quotas/quota.entity';
import { deskSession } from '../registrations/desk.queries';
import { MonthlyTopic } from './monthly-topic.entity';
import { matters, TopicReader } from './topic.reader';
import { isTurn, type RoundAct } from './topic.rules';
import { TopicCandidate } from './topic-candidate.entity';
import { TopicVote } from './topic-vote.entity';

/** What a unit does with its 每月一题: candidates, the choice, where it is talked over, what came of it. */
@Injectable()
export class DeskTopicsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly reader: TopicReader,
    private readonly audit: AuditWriter,
  ) {}

  /** Newest first, drafts among them. */
  async list(caller: Caller, query: PageQuery): Promise<Page<Wire>> {
    const manager = this.database.read;
    const limit = query.limit ?? 10;
    const after = decodeCursor(query.cursor, 'id');
    const found = inScope(manager.createQueryBuilder(MonthlyTopic, 't'), 't', caller).take(limit + 1);
    if (after) found.where('t.id < :id', { id: after[0] });
    const rows = await found.orderBy('t.id', 'DESC').getMany();
    const shown = rows.slice(0, limit);
    return {
      items: await this.reader.rounds(manager, shown, null, await databaseNow(manager)),
      nextCursor: rows.length > limit ? encodeCursor([shown.at(-1)!.id]) : null,
    };
  }

  /** What the units' suggestions of the last ninety days are about, most first. */
  async matters(caller: Caller): Promise<{ items: TopicMatter[] }> {
    const counts = await matters(this.database.read, caller.path ?? '!', await this.database.now());
    return {
      items: [...counts]
        .map(([topic, suggestions]) => ({ topic, suggestions }))
        .sort((a, b) => b.suggestions - a.suggestions),
    };
  }

  /** A draft. Throws BAD_REQUEST where nobody could vote any more. */
  create(caller: Caller, { month, title, votesUntil, organizerId }: NewMonthlyTopic): Promise<Wire> {
    return this.database.write(async (manager) => {
      const unit = await organizerInScope(manager, organizerId ?? caller.organizerId, caller);
      const now = await databaseNow(manager);
      if (new Date(votesUntil) <= now)
        throw new AppError('BAD_REQUEST', [{ field: 'votesUntil', message: '投票截止要在以后' }]);
      const round = manager.create(MonthlyTopic, {
        ...{ id: this.ids.next(), organizerId: unit.id, month, title, state: 'draft' as const },
        ...{ votesUntil: new Date(votesUntil), chosenId: null, choiceReason: null, chosenAt: null },
        ...{ sessionId: null, outcome: null, outcomeAt: null, createdAt: now },
      });
      await manager.insert(MonthlyTopic, round);
      await this.note(manager, caller, 'topic.create', round.id);
      return this.shown(manager, round);
    });
  }

  /** The whole list anew; those with an id stay, with their votes. Throws CANDIDATE_VOTED for one left out. */
  candidates(caller: Caller, id: string, items: NewCandidate[]): Promise<Wire> {
    return this.act(caller, id, 'candidates', async (manager) => {
      const standing = new Set((await manager.findBy(TopicCandidate, { monthlyTopicId: id })).map((one) => one.id));
      const kept = items.flatMap((item) => item.id ?? []);
      if (kept.some((one) => !standing.has(one)) || new Set(kept).size < kept.length)
        throw new AppError('BAD_REQUEST', [{ field: 'items', message: '候选变了，请刷新后再改' }]);
      const gone = [...standing].filter((one) => !kept.includes(one));
      if (gone.length && (await manager.existsBy(TopicVote, { monthlyTopicId: id, candidateId: In(gone) })))
        throw new AppError('CANDIDATE_VOTED');
      if (gone.length) await manager.delete(TopicCandidate, { id: In(gone) });
      for (const { id: known, title, note, topic, place } of items) {
        const columns = { title, note: note ?? '', topic: topic ?? null, place: place ?? null };
        if (known) await manager.update(TopicCandidate, { id: known }, columns);
        else await manager.insert(TopicCandidate, { id: this.ids.next(), monthlyTopicId: id, ...columns });
      }
    });
  }

  /** Public, and open to votes. Throws BAD_REQUEST with fewer than two candidates. */
  open(caller: Caller, id: string): Promise<Wire> {
    return this.act(caller, id, 'open', async (manager) => {
      if ((await manager.countBy(TopicCandidate, { monthlyTopicId: id })) < 2)
        throw new AppError('BAD_REQUEST', [{ field: 'id', message: '至少要有两个候选' }]);
      return { state: 'open' };
    });
  }

  /** One of the candidates, whatever its votes, with a reason everybody reads. Voting ends with it. */
  choose(caller: Caller, id: string, { candidateId, reason }: TopicChoice): Promise<Wire> {
    return this.act(caller, id, 'choose', async (manager, now) => {
      if (!(await manager.existsBy(TopicCandidate, { id: candidateId, monthlyTopicId: id })))
        throw new AppError('NOT_FOUND');
      return { state: 'chosen', chosenId: candidateId, choiceReason: worded(reason, 'reason'), chosenAt: now };
    });
  }

  /** Where it is talked over: a public session of the caller's units with seats by invitation. */
  session(caller: Caller, id: string, sessionId: string): Promise<Wire> {
    return this.act(caller, id, 'session', async (manager) => {
      const session = await deskSession(manager, caller, sessionId);
      const invites = session.mode === 'invited' || (await manager.existsBy(Quota, { sessionId, invited: true }));
      if (!session.publishedAt || session.cancelledAt || !invites)
        throw new AppError('BAD_REQUEST', [{ field: 'sessionId', message: '要选已公布、留了邀请名额的场次' }]);
      return { sessionId };
    });
  }

  /** What came of it; said anew it takes the place of what stood. */
  outcome(caller: Caller, id: string, text: string): Promise<Wire> {
    return this.act(caller, id, 'outcome', async (_, now) => ({
      ...{ state: 'done' as const, outcome: worded(text, 'text'), outcomeAt: now },
    }));
  }

  /** Throws NOT_FOUND outside the caller's subtree, ROUND_STATE where it is not this act's turn. */
  private act(
    caller: Caller,
    id: string,
    act: RoundAct,
    // biome-ignore lint/suspicious/noConfusingVoidType: an act that changes other tables changes nothing of the round
    work: (manager: EntityManager, now: Date) => Promise<Partial<MonthlyTopic> | void>,
  ): Promise<Wire> {
    return this.database.write(async (manager) => {
      await manager.findOne(MonthlyTopic, { where: { id }, lock: lockMode(manager) });
      const round = await inScope(manager.createQueryBuilder(MonthlyTopic, 't'), 't', caller)
        .where('t.id = :id', { id })
        .getOne();
      if (!round) throw new AppError('NOT_FOUND');
      if (!isTurn(round.state, act)) throw new AppError('ROUND_STATE');
      const changes = await work(manager, await databaseNow(manager));
      if (changes) await manager.update(MonthlyTopic, { id }, changes);
      await this.note(manager, caller, `topic.${act}`, id);
      return this.shown(manager, { ...round, ...changes });
    });
  }

  private async shown(manager: EntityManager, round: MonthlyTopic): Promise<Wire> {
    return (await this.reader.rounds(manager, [round], null, await databaseNow(manager)))[0]!;
  }

  private async note(manager: EntityManager, caller: Caller, act: string, id: string): Promise<void> {
    await this.audit.append(manager, { accountId: caller.id, act, target: ['monthlyTopic', id] });
  }
}

/** Everybody reads it: no mobile number stands in it. */
function worded(text: string, field: string): string {
  if (hasMobile(text)) throw new AppError('BAD_REQUEST', [{ field, message: '要公开的话里不要写手机号' }]);
  return text;
}
