import { Injectable } from '@nestjs/common';
import type {
  EventAnswers,
  NewSuggestion,
  SuggestionCard,
  SuggestionRating,
  Suggestion as Wire,
} from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, IsNull, LessThan, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import type { PageQuery } from '../../http/fields';
import { Vault } from '../privacy/vault.service';
import { addresseeOf } from './addressee.queries';
import { Suggestion } from './suggestion.entity';
import { presentPublicAnswer, presentSuggestion, presentSuggestionCard } from './suggestion.presenter';
import { SuggestionReader } from './suggestion.reader';
import { afterRating } from './suggestion.rules';
import { SuggestionWriter } from './suggestion.writer';

const MOST_PUBLIC = 50;

/** What residents say and hear back. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
    private readonly writer: SuggestionWriter,
    private readonly vault: Vault,
  ) {}

  /** 201 for a new one, 200 for the same key again. Throws KEY_REQUIRED, KEY_REUSED, TOO_MANY, NOT_FOUND. */
  ask(caller: Caller, key: unknown, body: NewSuggestion): Promise<{ status: 200 | 201; suggestion: Wire }> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('KEY_REQUIRED');
    if ([body.sessionId, body.eventId, body.organizerId].filter(Boolean).length > 1)
      throw new AppError('BAD_REQUEST', [{ field: 'organizerId', message: '只能说是关于场次、活动、单位中的一个' }]);
    const keyId = this.vault.index('key', `${caller.id} suggestions ${key}`);
    const bodyHash = this.vault.index('body', JSON.stringify(body));
    return this.database.write(async (manager) => {
      const standing = await manager.findOneBy(Suggestion, { keyId });
      if (standing && standing.bodyHash !== bodyHash) throw new AppError('KEY_REUSED');
      const said = {
        ...(await addresseeOf(manager, body)),
        accountId: caller.id,
        kind: body.kind,
        text: body.text,
        mayCall: body.mayCall ?? false,
        request: { keyId, bodyHash },
      };
      const suggestion = standing ?? (await this.writer.ask(manager, said, await databaseNow(manager)));
      return { status: standing ? 200 : 201, suggestion: await this.shown(manager, suggestion) };
    });
  }

  /** Newest first. */
  async mine(caller: Caller, query: PageQuery): Promise<Page<SuggestionCard>> {
    const limit = query.limit ?? 20;
    const after = decodeCursor(query.cursor, 'id');
    const found = await this.database.read.find(Suggestion, {
      where: { accountId: caller.id, ...(after && { id: LessThan(String(after[0])) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const rows = await this.reader.rows(this.database.read, found);
    return toPage(rows, limit, ({ suggestion }) => [suggestion.id], presentSuggestionCard);
  }

  async detail(caller: Caller, id: string): Promise<Wire> {
    const suggestion = await this.database.read.findOneBy(Suggestion, { id, accountId: caller.id });
    if (!suggestion) throw new AppError('NOT_FOUND');
    return this.shown(this.database.read, suggestion);
  }

  /** Saying the same again changes nothing. Throws NOT_ANSWERED before there is an answer. */
  rate(caller: Caller, id: string, { verdict, text }: SuggestionRating): Promise<Wire> {
    return this.act(caller, id, async (manager, suggestion, now) => {
      const said = suggestion.verdict === verdict && ['rated', 'reopened'].includes(suggestion.state);
      if (said) return;
      const state = afterRating(suggestion.state, verdict);
      if (!state) throw new AppError('NOT_ANSWERED');
      const back = state === 'reopened';
      const changes = {
        state,
        verdict,
        verdictBy: 'resident' as const,
        // It comes back as a new thing to do, with the days a new one has.
        ...(back && {
          sentBack: suggestion.sentBack + 1,
          dueAt: await this.writer.due(manager, suggestion.programmeId, now),
        }),
      };
      await this.writer.step(manager, suggestion, { kind: 'rated', by: 'resident', verdict, text, changes }, now);
    });
  }

  /** The same words twice in a row are one. */
  add(caller: Caller, id: string, text: string): Promise<Wire> {
    return this.act(caller, id, async (manager, suggestion, now) => {
      if ((await this.reader.last(manager, id, 'added')) === text) return;
      await this.writer.step(manager, suggestion, { kind: 'added', by: 'resident', text }, now);
    });
  }

  /** What was asked about an event and what its unit answered for all to read. */
  async answers(eventId: string): Promise<EventAnswers> {
    const manager = this.database.read;
    const items = await manager.find(Suggestion, {
      where: { eventId, publishedAt: Not(IsNull()) },
      order: { publishedAt: 'DESC' },
      take: MOST_PUBLIC,
    });
    return {
      received: await manager.countBy(Suggestion, { eventId }),
      answered: await manager.countBy(Suggestion, { eventId, answeredAt: Not(IsNull()) }),
      items: (await this.reader.rows(manager, items)).flatMap(
        ({ suggestion, organizer }) => presentPublicAnswer(suggestion, organizer.name) ?? [],
      ),
    };
  }

  private act(
    caller: Caller,
    id: string,
    work: (manager: EntityManager, suggestion: Suggestion, now: Date) => Promise<void>,
  ): Promise<Wire> {
    return this.database.write(async (manager) => {
      const where = { id, accountId: caller.id };
      const suggestion = await manager.findOne(Suggestion, { where, lock: lockMode(manager) });
      if (!suggestion) throw new AppError('NOT_FOUND');
      await work(manager, suggestion, await databaseNow(manager));
      return this.shown(manager, suggestion);
    });
  }

  private async shown(manager: EntityManager, suggestion: Suggestion): Promise<Wire> {
    return presentSuggestion(await this.reader.detail(manager, suggestion));
  }
}
