import { Injectable } from '@nestjs/common';
import type { MonthlyTopic as Wire } from '@openday/shared/monthly-topics';
import type { Topic } from '@openday/shared/topics';
import { type EntityManager, In } from 'typeorm';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Suggestion } from '../suggestions/suggestion.entity';
import type { MonthlyTopic } from './monthly-topic.entity';
import { presentRound } from './topic.presenter';
import { COUNTED_DAYS } from './topic.rules';
import { TopicCandidate } from './topic-candidate.entity';
import { TopicVote } from './topic-vote.entity';

const DAY_MS = 86_400_000;

/** Rounds with their candidates, votes and what stands behind them. */
@Injectable()
export class TopicReader {
  /** `accountId`: whose vote is shown; null = nobody's. */
  async rounds(manager: EntityManager, rounds: MonthlyTopic[], accountId: string | null, now: Date): Promise<Wire[]> {
    const ids = In(rounds.map(({ id }) => id));
    const units = await manager.findBy(Organizer, { id: In(rounds.map(({ organizerId }) => organizerId)) });
    const candidates = await manager.findBy(TopicCandidate, { monthlyTopicId: ids });
    const votes = await votesOf(manager, rounds);
    const mine = accountId ? await manager.findBy(TopicVote, { monthlyTopicId: ids, accountId }) : [];
    const sessions = await manager.findBy(EventSession, { id: In(rounds.flatMap(({ sessionId }) => sessionId ?? [])) });
    const events = await manager.findBy(Event, { id: In(sessions.map(({ eventId }) => eventId)) });
    const shown: Wire[] = [];
    for (const round of rounds) {
      const unit = units.find(({ id }) => id === round.organizerId);
      const own = candidates.filter(({ monthlyTopicId }) => monthlyTopicId === round.id);
      const counts =
        own.some(({ topic }) => topic) && unit ? await matters(manager, unit.path, round.createdAt) : new Map();
      const session = sessions.find(({ id }) => id === round.sessionId);
      const row = {
        round,
        organizer: unit?.name ?? '',
        candidates: own.map(({ id, title, note, topic, place }) => ({
          ...{ id, title, note, topic, place },
          votes: votes.get(id) ?? 0,
          suggestions: (topic && counts.get(topic)) ?? 0,
        })),
        session: session
          ? {
              ...{ id: session.id, eventId: session.eventId, startsAt: session.startsAt.toISOString() },
              theme: events.find(({ id }) => id === session.eventId)?.theme ?? '',
            }
          : null,
        myVote: mine.find(({ monthlyTopicId }) => monthlyTopicId === round.id)?.candidateId ?? null,
      };
      shown.push(presentRound(row, now));
    }
    return shown;
  }
}

/** Suggestions of a subtree by what their events are about, in the days before. */
export async function matters(manager: EntityManager, path: string, before: Date): Promise<Map<Topic, number>> {
  const since = new Date(before.getTime() - COUNTED_DAYS * DAY_MS);
  const rows = await manager
    .createQueryBuilder(Suggestion, 'g')
    .innerJoin(Event, 'e', 'e.id = g.eventId AND e.topic IS NOT NULL')
    .innerJoin(Organizer, 'o', 'o.id = e.organizerId AND o.path LIKE :path', { path: `${path}%` })
    .select('e.topic', 'topic')
    .addSelect('COUNT(*)', 'n')
    .where('g.createdAt >= :since AND g.createdAt <= :before', { since, before })
    .groupBy('e.topic')
    .getRawMany<{ topic: Topic; n: number | string }>();
  return new Map(rows.map(({ topic, n }) => [topic, Number(n)]));
}

async function votesOf(manager: EntityManager, rounds: MonthlyTopic[]): Promise<Map<string, number>> {
  if (!rounds.length) return new Map();
  const rows = await manager
    .createQueryBuilder(TopicVote, 'v')
    .select('v.candidateId', 'id')
    .addSelect('COUNT(*)', 'n')
    .where('v.monthlyTopicId IN (:...ids)', { ids: rounds.map(({ id }) => id) })
    .groupBy('v.candidateId')
    .getRawMany<{ id: string; n: number | string }>();
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}
