import { Injectable } from '@nestjs/common';
import type { Registrant } from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { deskSession } from './desk.queries';
import { RegistrantReader } from './registrant.reader';
import { Registration } from './registration.entity';
import type { RegistrantQueryDto } from './registrations.dto';
import { type Locked, SeatsWriter } from './seats.writer';

/** What a unit does with the registrations of its sessions. */
@Injectable()
export class RegistrantsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RegistrantReader,
    private readonly seats: SeatsWriter,
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

  /** Seats it, if its party fits. Throws FULL and leaves it, NOT_APPLIED; DRAW_NOT_READY where the lot decides. */
  approve(caller: Caller, id: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.approve', async (manager, locked) => {
      const { status, ticketNo } = locked.registration;
      if (status === 'applied' && ticketNo !== null) throw new AppError('DRAW_NOT_READY');
      await this.seats.seat(manager, locked);
    });
  }

  /** Throws NOT_APPLIED. */
  decline(caller: Caller, id: string, reason: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.decline', async (manager, locked) => {
      if (locked.registration.status !== 'applied') throw new AppError('NOT_APPLIED');
      await this.seats.end(manager, locked, { status: 'declined', endReason: reason, told: 'declined' });
    });
  }

  /** Ends a live registration; its seats are given on at once. Throws NOT_LIVE. */
  remove(caller: Caller, id: string, reason: string): Promise<Registrant> {
    return this.act(caller, id, 'registration.remove', (manager, locked) =>
      this.seats.end(manager, locked, { status: 'cancelled', endReason: reason, told: 'removed' }),
    );
  }

  private act(
    caller: Caller,
    id: string,
    act: string,
    work: (manager: EntityManager, locked: Locked) => Promise<void>,
  ): Promise<Registrant> {
    return this.database.write(async (manager) => {
      const found = await manager.findOneBy(Registration, { id });
      if (!found) throw new AppError('NOT_FOUND');
      await deskSession(manager, caller, found.sessionId);
      await work(manager, await this.seats.locked(manager, id));
      await this.audit.append(manager, { accountId: caller.id, act, target: ['registration', id] });
      return this.reader.one(manager, await manager.findOneByOrFail(Registration, { id }));
    });
  }
}
