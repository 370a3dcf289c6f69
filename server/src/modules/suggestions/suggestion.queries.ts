import { dayOf, instantOf } from '@openday/shared/dates';
import type { SuggestionCounts, SuggestionState } from '@openday/shared/suggestions';
import type { EntityManager } from 'typeorm';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor } from '../../http/cursor';
import { inScope } from '../organizers/scope.queries';
import { HeldPublication } from './held-publication.entity';
import { type Alike, voices } from './progress.rules';
import { Suggestion } from './suggestion.entity';
import { isOwed, stageOf, statesOf } from './suggestion.rules';
import type { DeskSuggestionQueryDto } from './suggestions.dto';

const scoped = (manager: EntityManager, caller: Caller) =>
  inScope(manager.createQueryBuilder(Suggestion, 'g'), 'g', caller);

/** The suggestion, if it is the caller's units' now; otherwise NOT_FOUND. */
export async function deskSuggestion(manager: EntityManager, caller: Caller, id: string): Promise<Suggestion> {
  const suggestion = await scoped(manager, caller).where('g.id = :id', { id }).getOne();
  if (!suggestion) throw new AppError('NOT_FOUND');
  return suggestion;
}

/** The same, nobody else's until the transaction ends. */
export async function lockedSuggestion(manager: EntityManager, caller: Caller, id: string): Promise<Suggestion> {
  await manager.findOne(Suggestion, { where: { id }, lock: lockMode(manager) });
  return deskSuggestion(manager, caller, id);
}

/** Those whose wording waits for a second person. */
export const heldSuggestions = (manager: EntityManager, caller: Caller) =>
  scoped(manager, caller).innerJoin(HeldPublication, 'h', 'h.suggestionId = g.id AND h.reason IS NULL');

/** What is owed soonest first, everything else newest first; `limit + 1` of them. */
export function deskSuggestions(manager: EntityManager, caller: Caller, query: DeskSuggestionQueryDto, limit: number) {
  const found = scoped(manager, caller).take(limit + 1);
  if (query.stage) found.andWhere('g.state IN (:...states)', { states: statesOf(query.stage) });
  if (query.source) found.andWhere('g.source = :source', { source: query.source });
  if (!isByDueDate(query)) {
    const after = decodeCursor(query.cursor, 'id');
    if (after) found.andWhere('g.id < :id', { id: after[0] });
    return found.orderBy('g.id', 'DESC').getMany();
  }
  const after = decodeCursor(query.cursor, 'instant', 'id');
  if (after)
    found.andWhere('(g.dueAt > :dueAt OR (g.dueAt = :dueAt AND g.id > :id))', {
      dueAt: new Date(String(after[0])),
      id: after[1],
    });
  return found.orderBy('g.dueAt').addOrderBy('g.id').getMany();
}

/** Lists of what is owed go by the day it is due. */
export const isByDueDate = ({ stage }: DeskSuggestionQueryDto): boolean => stage === 'new' || stage === 'working';

/** By stage, and what the unit says apart from what residents say. */
export async function suggestionCounts(manager: EntityManager, caller: Caller, now: Date): Promise<SuggestionCounts> {
  const tomorrow = new Date(Date.parse(instantOf(dayOf(now.getTime()), '00:00')) + 86_400_000);
  const groups = await scoped(manager, caller)
    .select('g.state', 'state')
    .addSelect('g.verdict', 'verdict')
    .addSelect('g.verdictBy', 'verdictBy')
    .addSelect('g.source', 'source')
    .addSelect('COUNT(*)', 'n')
    .addSelect('SUM(CASE WHEN g.declaredAt IS NULL THEN 0 ELSE 1 END)', 'declared')
    .addSelect('SUM(CASE WHEN g.dueAt < :now THEN 1 ELSE 0 END)', 'late')
    .addSelect('SUM(CASE WHEN g.dueAt >= :now AND g.dueAt < :tomorrow THEN 1 ELSE 0 END)', 'today')
    .setParameters({ now, tomorrow })
    .groupBy('g.state')
    .addGroupBy('g.verdict')
    .addGroupBy('g.verdictBy')
    .addGroupBy('g.source')
    .getRawMany<Group>();
  const sum = (figure: Figure, of: (group: (typeof groups)[number]) => boolean = () => true) =>
    groups.filter(of).reduce((total, group) => total + Number(group[figure]), 0);
  const { said, sources } = voices(groups.map((group) => ({ ...group, n: Number(group.n) })));
  const inStage = (stage: string) => sum('n', ({ state }) => stageOf(state) === stage);
  return {
    received: sum('n'),
    stages: { new: inStage('new'), working: inStage('working'), waiting: inStage('waiting'), done: inStage('done') },
    dueToday: sum('today', ({ state }) => isOwed(state)),
    overdue: sum('late', ({ state }) => isOwed(state)),
    declared: sum('declared'),
    confirmed: said.resident.solved,
    partly: said.resident.partly,
    unsolved: said.resident.unsolved,
    phone: said.phone,
    sources,
  };
}

interface Group extends Omit<Alike, 'n'>, Record<Figure, number | string> {
  state: SuggestionState;
}

type Figure = 'n' | 'declared' | 'late' | 'today';
