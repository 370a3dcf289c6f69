import { Injectable } from '@nestjs/common';
import type {
  DeskSuggestion,
  DeskSuggestionCard,
  RevealedSuggestion,
  SuggestionAnswer,
  SuggestionCounts,
  SuggestionTransfer,
} from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { PublicationWriter, type Wording } from './publication.writer';
import type { Suggestion } from './suggestion.entity';
import { presentDeskCard, presentDeskSuggestion } from './suggestion.presenter';
import { deskSuggestion, deskSuggestions, isByDueDate, lockedSuggestion, suggestionCounts } from './suggestion.queries';
import { SuggestionReader } from './suggestion.reader';
import { afterAct, namesSomebody, type UnitAct } from './suggestion.rules';
import { SuggestionWriter } from './suggestion.writer';
import type { DeskSuggestionQueryDto } from './suggestions.dto';

/** What a unit does with what residents said to it. */
@Injectable()
export class DeskSuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
    private readonly writer: SuggestionWriter,
    private readonly publications: PublicationWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Without names; that it is read is audited. */
  list(caller: Caller, query: DeskSuggestionQueryDto): Promise<Page<DeskSuggestionCard>> {
    return this.database.write(async (manager) => {
      const limit = query.limit ?? 20;
      const rows = await this.reader.rows(manager, await deskSuggestions(manager, caller, query, limit));
      const target: [string, string] = ['organizer', caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'suggestions.read', target });
      const now = await databaseNow(manager);
      return toPage(
        rows,
        limit,
        ({ suggestion: { id, dueAt } }) => (isByDueDate(query) ? [dueAt.toISOString(), id] : [id]),
        (row) => presentDeskCard(row, now),
      );
    });
  }

  async counts(caller: Caller): Promise<SuggestionCounts> {
    return suggestionCounts(this.database.read, caller, await this.database.now());
  }

  detail(caller: Caller, id: string): Promise<DeskSuggestion> {
    return this.database.write(async (manager) => {
      const suggestion = await deskSuggestion(manager, caller, id);
      await this.note(manager, caller, 'suggestion.read', id);
      return this.shown(manager, suggestion, await databaseNow(manager));
    });
  }

  /** `dueAt`: until when the unit means to answer, not later than it has to. Taking twice changes nothing. */
  take(caller: Caller, id: string, promised?: string): Promise<DeskSuggestion> {
    return this.act(caller, id, 'take', async (manager, suggestion, now) => {
      if (suggestion.state === 'taken') return;
      const state = stateAfter(suggestion, 'take');
      const dueAt = sooner(suggestion, promised, now);
      const { organizerId } = suggestion;
      // What was declared done was not: it counts again when it is.
      const changes = { state, dueAt, declaredAt: null };
      const step = { kind: 'taken', by: 'unit', organizerId, dueAt, changes, tells: 'suggestionTaken' } as const;
      await this.writer.step(manager, suggestion, step, now);
    });
  }

  /** The same words again change nothing. Throws SUGGESTION_STATE before it is taken, WORDING_PERSONAL. */
  answer(caller: Caller, id: string, { text, resolved, question }: SuggestionAnswer): Promise<DeskSuggestion> {
    return this.act(caller, id, 'answer', async (manager, suggestion, now) => {
      const state = stateAfter(suggestion, 'answer');
      const { organizerId } = suggestion;
      if (suggestion.state === 'taken' || (await this.reader.last(manager, id, 'answered')) !== text) {
        const changes = { state, answeredAt: suggestion.answeredAt ?? now };
        const step = { kind: 'answered', by: 'unit', organizerId, text, changes, tells: 'suggestionAnswered' } as const;
        await this.writer.step(manager, suggestion, step, now);
      }
      if (question !== undefined) await this.open(manager, suggestion, { question, answer: text }, caller.id, now);
      if (resolved && suggestion.state === 'answered') await this.declare(manager, suggestion, now);
    });
  }

  /** 办结, by the unit's own word. Throws SUGGESTION_STATE without an answer. */
  resolve(caller: Caller, id: string): Promise<DeskSuggestion> {
    return this.act(caller, id, 'resolve', async (manager, suggestion, now) => {
      if (suggestion.state !== 'resolved') await this.declare(manager, suggestion, now);
    });
  }

  /** To any unit of the directory, whose desk is told; the day it is due stays, or is sooner. Then it is that unit's alone. */
  async transfer(
    caller: Caller,
    id: string,
    { organizerId, reason, dueAt: wanted }: SuggestionTransfer,
  ): Promise<{ ok: true }> {
    await this.database.write(async (manager) => {
      const suggestion = await lockedSuggestion(manager, caller, id);
      const state = stateAfter(suggestion, 'transfer');
      if (!(await manager.existsBy(Organizer, { id: organizerId })) || organizerId === suggestion.organizerId)
        throw new AppError('BAD_REQUEST', [{ field: 'organizerId', message: '请选另一个单位' }]);
      const now = await databaseNow(manager);
      const dueAt = sooner(suggestion, wanted, now);
      const changes = { state, organizerId, dueAt };
      const step = { kind: 'transferred', by: 'unit', organizerId, text: reason, dueAt, changes } as const;
      await this.writer.step(manager, suggestion, { ...step, tells: 'suggestionMoved' }, now);
      await this.writer.tellDesk(manager, suggestion, 'suggestionAssigned', now);
      await this.note(manager, caller, 'suggestion.transfer', id);
    });
    return { ok: true };
  }

  /** Makes the last answer everybody's to read, or no longer. Throws NOT_ANSWERED, WORDING_PERSONAL. */
  publish(caller: Caller, id: string, question: string | null): Promise<DeskSuggestion> {
    return this.act(caller, id, 'publish', async (manager, suggestion, now) => {
      const answer = question === null ? '' : await this.reader.last(manager, id, 'answered');
      if (answer === null) throw new AppError('NOT_ANSWERED');
      if (question === null) await this.publications.open(manager, suggestion, null, now);
      else await this.open(manager, suggestion, { question, answer }, caller.id, now);
    });
  }

  /** Only where the resident said so; recorded in the transaction that reads it. */
  reveal(caller: Caller, id: string): Promise<RevealedSuggestion> {
    return this.database.write(async (manager) => {
      const suggestion = await deskSuggestion(manager, caller, id);
      const { name, phone } = await this.reader.person(manager, suggestion);
      if (!suggestion.mayCall || !phone) throw new AppError('NO_CALLS');
      await this.note(manager, caller, 'suggestion.reveal', id);
      return { name, phone };
    });
  }

  private async declare(manager: EntityManager, suggestion: Suggestion, now: Date): Promise<void> {
    const changes = { state: stateAfter(suggestion, 'resolve'), declaredAt: now };
    const { organizerId } = suggestion;
    await this.writer.step(manager, suggestion, { kind: 'resolved', by: 'unit', organizerId, changes }, now);
  }

  private async open(
    manager: EntityManager,
    suggestion: Suggestion,
    said: Wording,
    askedBy: string,
    now: Date,
  ): Promise<void> {
    const { name } = await this.reader.person(manager, suggestion);
    if (namesSomebody(`${said.question} ${said.answer}`, name)) throw new AppError('WORDING_PERSONAL');
    await this.publications.ask(manager, suggestion, said, askedBy, now);
  }

  private act(
    caller: Caller,
    id: string,
    act: UnitAct | 'publish',
    work: (manager: EntityManager, suggestion: Suggestion, now: Date) => Promise<void>,
  ): Promise<DeskSuggestion> {
    return this.database.write(async (manager) => {
      const suggestion = await lockedSuggestion(manager, caller, id);
      const now = await databaseNow(manager);
      await work(manager, suggestion, now);
      await this.note(manager, caller, `suggestion.${act}`, id);
      return this.shown(manager, suggestion, now);
    });
  }

  private async shown(manager: EntityManager, suggestion: Suggestion, now: Date): Promise<DeskSuggestion> {
    return presentDeskSuggestion(await this.reader.detail(manager, suggestion), now);
  }

  private async note(manager: EntityManager, caller: Caller, act: string, id: string): Promise<void> {
    await this.audit.append(manager, { accountId: caller.id, act, target: ['suggestion', id] });
  }
}

/** An earlier day than it is due, or that; throws BAD_REQUEST for a later one. */
function sooner({ dueAt: due }: Suggestion, wanted: string | undefined, now: Date): Date {
  const dueAt = wanted ? new Date(wanted) : due;
  if (wanted && (dueAt <= now || dueAt > due))
    throw new AppError('BAD_REQUEST', [{ field: 'dueAt', message: '要在到期之前，不能再往后' }]);
  return dueAt;
}

/** Throws SUGGESTION_STATE where this is not its turn. */
function stateAfter(suggestion: Suggestion, act: UnitAct): Suggestion['state'] {
  const state = afterAct(suggestion.state, act);
  if (!state) throw new AppError('SUGGESTION_STATE');
  return state;
}
