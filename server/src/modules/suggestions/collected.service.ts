import { Injectable } from '@nestjs/common';
import type { CollectedSuggestion, PhoneVerdict } from '@openday/shared/collected';
import { dayOf, instantOf } from '@openday/shared/dates';
import type { DeskSuggestion } from '@openday/shared/suggestions';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Programme } from '../programmes/programme.entity';
import { type Addressee, addresseeOf } from './addressee.queries';
import { Suggestion } from './suggestion.entity';
import { presentDeskSuggestion } from './suggestion.presenter';
import { lockedSuggestion } from './suggestion.queries';
import { SuggestionReader } from './suggestion.reader';
import { afterRating } from './suggestion.rules';
import { SuggestionWriter } from './suggestion.writer';

/** What was said at the door and on paper: the desk writes it down, and calls who said it. */
@Injectable()
export class CollectedService {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
    private readonly writer: SuggestionWriter,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * 201 for a new one, 200 for the same key again. What it is about has to be the caller's units'; it goes where a
   * resident's own word would. Throws KEY_REQUIRED, KEY_REUSED, NOT_FOUND, BAD_REQUEST for a day that is to come.
   */
  collect(
    caller: Caller,
    key: unknown,
    body: CollectedSuggestion,
  ): Promise<{ status: 200 | 201; suggestion: DeskSuggestion }> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('KEY_REQUIRED');
    if ([body.sessionId, body.eventId, body.organizerId].filter(Boolean).length > 1)
      throw new AppError('BAD_REQUEST', [{ field: 'organizerId', message: '只能说是关于场次、活动、单位中的一个' }]);
    const keyId = this.vault.index('key', `${caller.id} collected ${key}`);
    const bodyHash = this.vault.index('body', JSON.stringify(body));
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const standing = await manager.findOneBy(Suggestion, { keyId });
      if (standing && standing.bodyHash !== bodyHash) throw new AppError('KEY_REUSED');
      const suggestion =
        standing ??
        (await this.writer.ask(
          manager,
          {
            ...(await this.addressee(manager, caller, body)),
            accountId: null,
            kind: body.kind,
            text: body.text,
            mayCall: body.phone !== undefined,
            programmeId: await programmeOf(manager, caller, body.programmeId),
            person: {
              source: body.source,
              name: body.name ?? null,
              phone: body.phone ?? null,
              saidAt: saidAt(body.day, now),
            },
            request: { keyId, bodyHash },
          },
          now,
        ));
      if (!standing) await this.note(manager, caller, 'suggestion.collect', suggestion.id);
      return { status: standing ? 200 : 201, suggestion: await this.shown(manager, suggestion, now) };
    });
  }

  /**
   * 电话回访: what somebody without an account said when called, and who called; the same again changes nothing.
   * Throws NOT_ANSWERED, and SUGGESTION_STATE where the one who said it can rate it on their own.
   */
  phoned(caller: Caller, id: string, { verdict, caller: who, text }: PhoneVerdict): Promise<DeskSuggestion> {
    return this.database.write(async (manager) => {
      const suggestion = await lockedSuggestion(manager, caller, id);
      const now = await databaseNow(manager);
      if (suggestion.source === 'online') throw new AppError('SUGGESTION_STATE');
      const said = suggestion.verdict === verdict && ['rated', 'reopened'].includes(suggestion.state);
      if (!said) {
        const state = afterRating(suggestion.state, verdict);
        if (!state) throw new AppError('NOT_ANSWERED');
        const back = state === 'reopened' && {
          sentBack: suggestion.sentBack + 1,
          dueAt: await this.writer.due(manager, suggestion.programmeId, now),
        };
        const changes = { state, verdict, verdictBy: 'phone' as const, ...back };
        const { organizerId } = suggestion;
        const step = { kind: 'rated', by: 'unit', organizerId, caller: who, verdict, text, changes } as const;
        await this.writer.step(manager, suggestion, step, now);
        await this.note(manager, caller, 'suggestion.phone', id);
      }
      return this.shown(manager, suggestion, now);
    });
  }

  private async addressee(manager: EntityManager, caller: Caller, body: CollectedSuggestion): Promise<Addressee> {
    const { sessionId, eventId, kind, text } = body;
    if (sessionId) await own(manager, caller, EventSession, sessionId);
    else if (eventId) await own(manager, caller, Event, eventId);
    const organizerId = sessionId || eventId ? undefined : (body.organizerId ?? caller.organizerId ?? undefined);
    if (organizerId) await organizerInScope(manager, organizerId, caller);
    return addresseeOf(manager, { kind, text, sessionId, eventId, organizerId });
  }

  private async shown(manager: EntityManager, suggestion: Suggestion, now: Date): Promise<DeskSuggestion> {
    return presentDeskSuggestion(await this.reader.detail(manager, suggestion), now);
  }

  private async note(manager: EntityManager, caller: Caller, act: string, id: string): Promise<void> {
    await this.audit.append(manager, { accountId: caller.id, act, target: ['suggestion', id] });
  }
}

/** Noon of the day in China, so that it is that day wherever it is counted; now, where it is today. */
function saidAt(day: string | undefined, now: Date): Date {
  if (!day || day === dayOf(now.getTime())) return now;
  const at = new Date(instantOf(day, '12:00'));
  if (at > now) throw new AppError('BAD_REQUEST', [{ field: 'day', message: '不能是以后的日子' }]);
  return at;
}

async function own(
  manager: EntityManager,
  caller: Caller,
  table: typeof EventSession | typeof Event,
  id: string,
): Promise<void> {
  const found = inScope(manager.createQueryBuilder<EventSession | Event>(table, 'x'), 'x', caller);
  if (!(await found.where('x.id = :id', { id }).getExists())) throw new AppError('NOT_FOUND');
}

/** A programme of the caller's own unit, of one above it, or of one below. */
async function programmeOf(manager: EntityManager, caller: Caller, id: string | undefined): Promise<string | null> {
  if (!id) return null;
  const programme = await manager.findOneBy(Programme, { id });
  const above = (caller.path ?? '').split('/');
  if (programme && above.includes(programme.organizerId)) return id;
  const below = inScope(manager.createQueryBuilder(Programme, 'p'), 'p', caller).where('p.id = :id', { id });
  if (!(await below.getExists())) throw new AppError('NOT_FOUND');
  return id;
}
