import { Injectable } from '@nestjs/common';
import { registrationKey } from '@openday/shared/check-in-code';
import type {
  CancelReason,
  NewRegistration,
  PartyChange,
  Ticket,
  Registration as Wire,
} from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, LessThan } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { Vault } from '../privacy/vault.service';
import { AdmissionWriter, type Admitted } from './admission.writer';
import { PartyWriter } from './party.writer';
import { Registration } from './registration.entity';
import { presentRegistration, presentTicket } from './registration.presenter';
import { RegistrationReader } from './registration.reader';
import type { RegistrationQueryDto } from './registrations.dto';

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly admission: AdmissionWriter,
    private readonly parties: PartyWriter,
    private readonly reader: RegistrationReader,
    private readonly vault: Vault,
  ) {}

  /** 201 for a new registration, 200 for the one that stood; throws KEY_REQUIRED without a usable key. */
  register(caller: Caller, sessionId: string, key: unknown, body: NewRegistration): Promise<Admitted> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('KEY_REQUIRED');
    return this.admission.submit({
      accountId: caller.id,
      sessionId,
      body,
      keyId: this.vault.index('key', `${caller.id} registrations ${sessionId} ${key}`),
      bodyHash: this.vault.index('body', JSON.stringify(body)),
    });
  }

  async mine(caller: Caller, query: RegistrationQueryDto): Promise<Page<Wire>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.cursor, 'id');
    const rows = await this.database.read.find(Registration, {
      where: {
        accountId: caller.id,
        ...(query.session && { sessionId: query.session }),
        ...(after && { id: LessThan(String(after[0])) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = await this.reader.rows(rows);
    return toPage(shown, limit, ({ registration }) => [registration.id], presentRegistration);
  }

  async detail(caller: Caller, id: string): Promise<Wire> {
    await this.own(this.database.read, caller, id);
    return this.reader.one(id);
  }

  async ticket(caller: Caller, id: string): Promise<Ticket> {
    const registration = await this.own(this.database.read, caller, id);
    const [shown] = await this.reader.rows([registration]);
    const sessionKey = this.vault.openBytes(shown!.row.session.doorKey);
    return presentTicket(shown!, registrationKey(sessionKey, id), await this.database.now());
  }

  async cancel(caller: Caller, id: string, reason: CancelReason | null): Promise<Wire> {
    await this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await this.parties.cancel(manager, id, reason);
    });
    return this.reader.one(id);
  }

  async confirm(caller: Caller, id: string): Promise<Wire> {
    await this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await this.parties.confirm(manager, id);
    });
    return this.reader.one(id);
  }

  async change(caller: Caller, id: string, change: PartyChange): Promise<Wire> {
    await this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await this.parties.change(manager, id, change);
    });
    return this.reader.one(id);
  }

  /** Made by this account; anybody else's is not found. */
  private async own(manager: EntityManager, caller: Caller, id: string): Promise<Registration> {
    const registration = await manager.findOneBy(Registration, { id, accountId: caller.id });
    if (!registration) throw new AppError('NOT_FOUND');
    return registration;
  }
}
