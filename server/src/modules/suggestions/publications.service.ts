import { Injectable } from '@nestjs/common';
import type { HeldPublication as Wire } from '@openday/shared/publications';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import type { PageQuery } from '../../http/fields';
import { AuditWriter } from '../audit/audit.writer';
import { HeldPublication } from './held-publication.entity';
import { PublicationWriter } from './publication.writer';
import type { Suggestion } from './suggestion.entity';
import { presentHeld } from './suggestion.presenter';
import { heldSuggestions, lockedSuggestion } from './suggestion.queries';
import { SuggestionReader } from './suggestion.reader';

/** 等人看过才公开的: a second person's look at what a unit wants to be public. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
    private readonly publications: PublicationWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Of the caller's units; that it is read is audited. */
  list(caller: Caller, { cursor, limit = 20 }: PageQuery): Promise<Page<Wire>> {
    return this.database.write(async (manager) => {
      const found = heldSuggestions(manager, caller)
        .orderBy('g.id')
        .limit(limit + 1);
      const after = decodeCursor(cursor, 'id');
      if (after) found.andWhere('g.id > :after', { after: after[0] });
      const suggestions = await found.getMany();
      const held = await manager.findBy(HeldPublication, { suggestionId: In(suggestions.map(({ id }) => id)) });
      const of = new Map(held.map((one) => [one.suggestionId, one]));
      const said = await this.reader.said(manager, suggestions);
      await this.note(manager, caller, 'publications.read', ['organizer', caller.organizerId ?? '']);
      return toPage(
        await this.reader.rows(manager, suggestions),
        limit,
        ({ suggestion }) => [suggestion.id],
        (row) => presentHeld(row, said.get(row.suggestion.id) ?? [], of.get(row.suggestion.id)!, caller.id),
      );
    });
  }

  approve(caller: Caller, id: string): Promise<{ ok: true }> {
    return this.decide(caller, id, 'approve', (manager, suggestion, held, now) =>
      this.publications.open(manager, suggestion, held, now),
    );
  }

  /** What is public already stays. */
  refuse(caller: Caller, id: string, reason: string): Promise<{ ok: true }> {
    return this.decide(caller, id, 'refuse', async (manager, { id: suggestionId }) => {
      await manager.update(HeldPublication, { suggestionId }, { reason });
    });
  }

  /** Throws NOT_FOUND out of scope, SUGGESTION_STATE where nothing waits, SECOND_PERSON. */
  private decide(
    caller: Caller,
    id: string,
    act: 'approve' | 'refuse',
    work: (manager: EntityManager, suggestion: Suggestion, held: HeldPublication, now: Date) => Promise<void>,
  ): Promise<{ ok: true }> {
    return this.database.write(async (manager) => {
      const suggestion = await lockedSuggestion(manager, caller, id);
      const held = await manager.findOneBy(HeldPublication, { suggestionId: id });
      if (held?.reason !== null) throw new AppError('SUGGESTION_STATE');
      if (held.askedBy === caller.id) throw new AppError('SECOND_PERSON');
      await work(manager, suggestion, held, await databaseNow(manager));
      await this.note(manager, caller, `publication.${act}`, ['suggestion', id]);
      return { ok: true } as const;
    });
  }

  private note(manager: EntityManager, caller: Caller, act: string, target: [string, string]): Promise<void> {
    return this.audit.append(manager, { accountId: caller.id, act, target });
  }
}
