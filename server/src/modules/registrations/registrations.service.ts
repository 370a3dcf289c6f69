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
import { type EntityManager, In, LessThan } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { sessionRows } from '../events/sessions.queries';
import { Vault } from '../privacy/vault.service';
import { AdmissionWriter } from './admission.writer';
import { Companion } from './companion.entity';
import { PartyWriter } from './party.writer';
import { Registration } from './registration.entity';
import { presentRegistration, presentTicket, type RegistrationRow } from './registration.presenter';
import type { RegistrationQueryDto } from './registrations.dto';

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly admission: AdmissionWriter,
    private readonly parties: PartyWriter,
    private readonly vault: Vault,
  ) {}

  /** 201 for a new registration, 200 for the one that stood; throws KEY_REQUIRED without a usable key. */
  async register(caller: Caller, sessionId: string, key: unknown, body: NewRegistration) {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new AppError('KEY_REQUIRED');
    const outcome = await this.admission.submit({
      accountId: caller.id,
      sessionId,
      body,
      keyId: this.vault.index('key', `${caller.id} registrations ${sessionId} ${key}`),
      bodyHash: this.vault.index('body', JSON.stringify(body)),
    });
    return { status: outcome.status, registration: await this.one(outcome.registrationId) };
  }

  async mine(caller: Caller, query: RegistrationQueryDto): Promise<Page<Wire>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.cursor, 1);
    const rows = await this.database.read.find(Registration, {
      where: {
        accountId: caller.id,
        ...(query.session && { sessionId: query.session }),
        ...(after && { id: LessThan(String(after[0])) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = await this.rows(this.database.read, rows);
    return toPage(shown, limit, ({ registration }) => [registration.id], presentRegistration);
  }

  async detail(caller: Caller, id: string): Promise<Wire> {
    await this.own(this.database.read, caller, id);
    return this.one(id);
  }

  async ticket(caller: Caller, id: string): Promise<Ticket> {
    const registration = await this.own(this.database.read, caller, id);
    const [shown] = await this.rows(this.database.read, [registration]);
    const sessionKey = this.vault.openBytes(shown!.row.session.doorKey);
    return presentTicket(shown!, registrationKey(sessionKey, id), await this.database.now());
  }

  async cancel(caller: Caller, id: string, reason: CancelReason | null): Promise<Wire> {
    await this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await this.parties.cancel(manager, id, reason);
    });
    return this.one(id);
  }

  async change(caller: Caller, id: string, change: PartyChange): Promise<Wire> {
    await this.database.write(async (manager) => {
      await this.own(manager, caller, id);
      await this.parties.change(manager, id, change);
    });
    return this.one(id);
  }

  /** Made by this account; anybody else's is not found. */
  private async own(manager: EntityManager, caller: Caller, id: string): Promise<Registration> {
    const registration = await manager.findOneBy(Registration, { id, accountId: caller.id });
    if (!registration) throw new AppError('NOT_FOUND');
    return registration;
  }

  private async one(id: string): Promise<Wire> {
    const registration = await this.database.read.findOneByOrFail(Registration, { id });
    return presentRegistration((await this.rows(this.database.read, [registration]))[0]!);
  }

  private async rows(manager: EntityManager, registrations: Registration[]): Promise<RegistrationRow[]> {
    if (!registrations.length) return [];
    const sessions = await sessionRows(manager, [...new Set(registrations.map((r) => r.sessionId))]);
    const companions = await manager.findBy(Companion, { registrationId: In(registrations.map((r) => r.id)) });
    return Promise.all(
      registrations.map(async (registration) => ({
        registration,
        row: sessions.find((row) => row.session.id === registration.sessionId)!,
        name: this.vault.open(registration.name),
        companions: Array.from({ length: registration.seats - 1 }, (_, place) => {
          const named = companions.find((c) => c.registrationId === registration.id && c.position === place);
          return { name: named ? this.vault.open(named.name) : null };
        }),
        position: await positionOf(manager, registration),
      })),
    );
  }
}

/** Place in the line for the same quota, 1 = next. */
async function positionOf(manager: EntityManager, registration: Registration): Promise<number | null> {
  const { sessionId, quotaId, waitNumber, status } = registration;
  if (status !== 'waitlisted' || waitNumber === null) return null;
  return 1 + (await manager.countBy(Registration, { sessionId, quotaId, status, waitNumber: LessThan(waitNumber) }));
}
