import { Injectable } from '@nestjs/common';
import { ERRORS } from '@openday/shared/errors';
import type {
  DecidedRegistrant,
  Decision,
  PendingDecision,
  RegistrantCounts,
  RegistrantMove,
  RevealedRegistrant,
} from '@openday/shared/registrants';
import type { Registrant } from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import type { EventSession } from '../events/session.entity';
import { deskSession, pendingDecisions } from './desk.queries';
import { MoveWriter } from './move.writer';
import { RegistrantReader } from './registrant.reader';
import { Registration } from './registration.entity';
import type { RegistrantDecisionsDto, RegistrantQueryDto } from './registrations.dto';
import { type Locked, SeatsWriter } from './seats.writer';

/** What a unit does with the registrations of its sessions. */
@Injectable()
export class RegistrantsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RegistrantReader,
    private readonly seats: SeatsWriter,
    private readonly moves: MoveWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Masked; that it is read is audited first. */
  async list(caller: Caller, sessionId: string, query: RegistrantQueryDto): Promise<Page<Registrant>> {
    await this.database.write(async (manager) => {
      await deskSession(manager, caller, sessionId);
      const target: [string, string] = ['session', sessionId];
      await this.audit.append(manager, { accountId: caller.id, act: 'registrants.read', target });
    });
    return this.reader.page(this.database.read, sessionId, query);
  }

  /** How many of each status. */
  async counts(caller: Caller, sessionId: string): Promise<RegistrantCounts> {
    await deskSession(this.database.read, caller, sessionId);
    return this.reader.counts(this.database.read, sessionId);
  }

  /** Unmasked; that it is read is audited in the transaction that reads it. */
  reveal(caller: Caller, id: string): Promise<RevealedRegistrant> {
    return this.database.write(async (manager) => {
      const { registration } = await this.own(manager, caller, id);
      await this.audit.append(manager, {
        accountId: caller.id,
        act: 'registration.reveal',
        target: ['registration', id],
      });
      return this.reader.reveal(manager, registration);
    });
  }

  /** What waits for the caller's units, soonest session first. */
  async pending(caller: Caller): Promise<{ items: PendingDecision[] }> {
    return { items: await pendingDecisions(this.database.read, caller, await this.database.now()) };
  }

  /** Seats it, if its party fits. Throws FULL and leaves it, NOT_APPLIED; DRAW_NOT_READY where the lot decides. */
  approve(caller: Caller, id: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.approve', (manager, locked) => this.decide(manager, locked, 'approve'));
  }

  /** Throws NOT_APPLIED. */
  decline(caller: Caller, id: string, reason: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.decline', (manager, locked) =>
      this.decide(manager, locked, 'decline', reason),
    );
  }

  /**
   * Several of one session in one transaction, who registered first first; what is refused to one is its own result and
   * keeps nothing from the others. In the order asked. Throws NOT_FOUND for the session, BAD_REQUEST without a reason.
   */
  decideAll(
    caller: Caller,
    sessionId: string,
    { act, ids, reason }: RegistrantDecisionsDto,
  ): Promise<{ items: DecidedRegistrant[] }> {
    if (act === 'decline' && !reason)
      throw new AppError('BAD_REQUEST', [{ field: 'reason', message: '请写明不通过的原因' }]);
    return this.database.write(async (manager) => {
      await deskSession(manager, caller, sessionId);
      const done = new Map<string, DecidedRegistrant>();
      for (const id of [...new Set(ids)].sort())
        done.set(
          id,
          await this.result(manager, id, async () => {
            const locked = await this.seats.locked(manager, id);
            if (locked.registration.sessionId !== sessionId) throw new AppError('NOT_FOUND');
            await this.decide(manager, locked, act, reason);
            await this.audit.append(manager, {
              accountId: caller.id,
              act: `registration.${act}`,
              target: ['registration', id],
            });
          }),
        );
      return { items: ids.map((id) => done.get(id)!) };
    });
  }

  /** Ends a live registration; its seats are given on at once. Throws NOT_LIVE, REGISTRATION_CLOSED once all is over. */
  remove(caller: Caller, id: string, reason: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.remove', async (manager, locked, { endsAt }) => {
      // What came of a session that is over is in the figures.
      if (locked.now >= endsAt) throw new AppError('REGISTRATION_CLOSED');
      await this.seats.end(manager, locked, { status: 'cancelled', endReason: reason, told: 'removed' });
    });
  }

  /** With its whole party, in one transaction; as it stands there. Throws what `MoveWriter.move` does. */
  move(caller: Caller, id: string, body: RegistrantMove): Promise<Registrant> {
    return this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await deskSession(manager, caller, body.sessionId);
      const there = await this.moves.move(manager, id, body);
      await this.audit.append(
        manager,
        { accountId: caller.id, act: 'registration.move', target: ['registration', id] },
        { accountId: caller.id, act: 'registration.moved', target: ['registration', there] },
      );
      return this.reader.one(manager, await manager.findOneByOrFail(Registration, { id: there }));
    });
  }

  private async decide(manager: EntityManager, locked: Locked, act: Decision, reason?: string): Promise<void> {
    const { status, ticketNo } = locked.registration;
    if (status !== 'applied') throw new AppError('NOT_APPLIED');
    if (act === 'decline') {
      await this.seats.end(manager, locked, { status: 'declined', endReason: reason, told: 'declined' });
      return;
    }
    if (ticketNo !== null) throw new AppError('DRAW_NOT_READY');
    await this.seats.seat(manager, locked);
  }

  /** A refusal comes before anything is written, so it undoes nothing and the transaction goes on. */
  private async result(manager: EntityManager, id: string, work: () => Promise<void>): Promise<DecidedRegistrant> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { id, registrant: null, refused: { code: error.code, message: ERRORS[error.code][1] } };
    }
    return {
      id,
      registrant: await this.reader.one(manager, await manager.findOneByOrFail(Registration, { id })),
      refused: null,
    };
  }

  private act(
    caller: Caller,
    id: string,
    act: string,
    work: (manager: EntityManager, locked: Locked, session: EventSession) => Promise<void>,
  ): Promise<Registrant> {
    return this.database.write(async (manager) => {
      const { session } = await this.own(manager, caller, id);
      await work(manager, await this.seats.locked(manager, id), session);
      await this.audit.append(manager, { accountId: caller.id, act, target: ['registration', id] });
      return this.reader.one(manager, await manager.findOneByOrFail(Registration, { id }));
    });
  }

  /** Of a session in the caller's subtree; anybody else's is not found. */
  private async own(manager: EntityManager, caller: Caller, id: string) {
    const registration = await manager.findOneBy(Registration, { id });
    if (!registration) throw new AppError('NOT_FOUND');
    return { registration, session: await deskSession(manager, caller, registration.sessionId) };
  }
}
