import { Injectable } from '@nestjs/common';
import type { PhoneCallQuery, PhoneCall as Wire } from '@openday/shared/messages';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { EventSession } from '../events/session.entity';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { inScope } from '../organizers/scope.queries';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { deskSession } from '../registrations/desk.queries';
import { Registration } from '../registrations/registration.entity';
import { LIVE } from '../registrations/standing.rules';
import { aboutOf } from './about.queries';
import { InboxMark } from './inbox-mark.entity';
import { PhoneCall } from './phone-call.entity';
import { wordsOf } from './words.rules';

/** 电话名单: whom nothing reached, for their unit to ring. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /**
   * Of the caller's units, soonest session first. Who has read the message since, or is no longer registered, is not
   * rung any more.
   */
  async list(caller: Caller, { done = false, cursor, limit = 20 }: PhoneCallQuery): Promise<Page<Wire>> {
    const now = await this.database.now();
    const query = this.found(caller, done, now)
      .orderBy('s.startsAt')
      .addOrderBy('c.registrationId')
      .limit(limit + 1);
    const after = decodeCursor(cursor, 'instant', 'id');
    if (after)
      query.andWhere('(s.startsAt > :at OR (s.startsAt = :at AND c.registrationId > :call))', {
        at: new Date(after[0]!),
        call: after[1],
      });
    const rows = await query.getMany();
    const shown = await this.shown(this.database.read, rows, now);
    return toPage(
      rows,
      limit,
      ({ registrationId: id }) => [shown.get(id)!.session.startsAt, id],
      ({ registrationId }) => shown.get(registrationId)!,
    );
  }

  /** How many the list has. */
  async count(caller: Caller, done: boolean): Promise<number> {
    return this.found(caller, done, await this.database.now()).getCount();
  }

  /** Rung, or not yet after all; who did it is in the audit log. Throws NOT_FOUND out of scope, CALL_GONE. */
  tick(caller: Caller, id: string, done: boolean): Promise<Wire> {
    return this.database.write(async (manager) => {
      const registration = await manager.findOneBy(Registration, { id });
      if (!registration) throw new AppError('NOT_FOUND');
      await deskSession(manager, caller, registration.sessionId);
      const call = await manager.findOneBy(PhoneCall, { registrationId: id });
      if (!call) throw new AppError('CALL_GONE');
      const now = await databaseNow(manager);
      const doneAt = done ? (call.doneAt ?? now) : null;
      const doneBy = done ? (call.doneBy ?? caller.id) : null;
      if ((call.doneAt === null) === done) {
        await manager.update(PhoneCall, { registrationId: id }, { doneAt, doneBy });
        const act = done ? 'call.done' : 'call.undone';
        await this.audit.append(manager, { accountId: caller.id, act, target: ['registration', id] });
      }
      const shown = (await this.shown(manager, [{ ...call, doneAt }], now)).get(id);
      if (!shown) throw new AppError('CALL_GONE');
      return shown;
    });
  }

  private found(caller: Caller, done: boolean, now: Date): SelectQueryBuilder<PhoneCall> {
    const found = inScope(this.database.read.createQueryBuilder(PhoneCall, 'c'), 'c', caller);
    found.innerJoin(EventSession, 's', 's.id = c.sessionId AND s.endsAt > :now', { now });
    // Left out here and not afterwards: a page that is cut first would end the list.
    found.innerJoin(Registration, 'r', 'r.id = c.registrationId').innerJoin(OutboxMessage, 'o', 'o.id = c.messageId');
    return done ? found.where('c.doneAt IS NOT NULL') : stillToRing(found);
  }

  private async shown(manager: EntityManager, calls: PhoneCall[], now: Date): Promise<Map<string, Wire>> {
    if (!calls.length) return new Map();
    const messages = await manager.findBy(OutboxMessage, { id: In(calls.map(({ messageId }) => messageId)) });
    const registrations = await manager.findBy(Registration, { id: In(calls.map((call) => call.registrationId)) });
    const abouts = await aboutOf(
      manager,
      calls.map((call) => call.registrationId),
      now,
    );
    return new Map(
      calls.flatMap(({ registrationId: id, messageId, why, createdAt, doneAt }) => {
        const message = messages.find((one) => one.id === messageId);
        const registration = registrations.find((one) => one.id === id);
        const about = abouts.get(id);
        if (!message || !registration || !about?.session) return [];
        const { title, text } = wordsOf(message, about, now);
        const { theme, unit, session } = about;
        const wire = {
          ...{ id, title, text, why },
          name: maskName(this.vault.open(registration.name)),
          phoneLast4: registration.phoneLast4,
          seats: registration.seats,
          status: registration.status,
          session: { id: session.id, theme, startsAt: session.startsAt.toISOString(), organizer: unit },
          at: createdAt.toISOString(),
          doneAt: doneAt?.toISOString() ?? null,
        };
        return [[id, wire] as const];
      }),
    );
  }
}

function stillToRing(query: SelectQueryBuilder<PhoneCall>): SelectQueryBuilder<PhoneCall> {
  return query
    .leftJoin(InboxMark, 'm', 'm.accountId = c.accountId')
    .where('c.doneAt IS NULL AND (m.upTo IS NULL OR m.upTo < o.createdAt)')
    .andWhere("(r.status IN (:...live) OR o.kind = 'removed')", { live: LIVE });
}
