import { Injectable } from '@nestjs/common';
import type { Answer, Registration as Wire } from '@openday/shared/registrations';
import { type EntityManager, In, LessThan } from 'typeorm';
import { Database } from '../../database/database';
import { sessionRows } from '../events/sessions.queries';
import { Vault } from '../privacy/vault.service';
import { Companion } from './companion.entity';
import { Registration } from './registration.entity';
import { presentRegistration, type RegistrationRow } from './registration.presenter';
import { RegistrationAnswers } from './registration-answers.entity';

/** Registrations with all that is shown of them, many at the price of one. */
@Injectable()
export class RegistrationReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async one(id: string): Promise<Wire> {
    return presentRegistration((await this.byId([id])).get(id)!);
  }

  async byId(ids: string[]): Promise<Map<string, RegistrationRow>> {
    const registrations = await this.database.read.findBy(Registration, { id: In(ids) });
    const rows = await this.rows(registrations);
    return new Map(rows.map((row) => [row.registration.id, row]));
  }

  async rows(registrations: Registration[]): Promise<RegistrationRow[]> {
    if (!registrations.length) return [];
    const manager = this.database.read;
    const sessions = await sessionRows(manager, [...new Set(registrations.map((r) => r.sessionId))]);
    const named = await manager.findBy(Companion, { registrationId: In(registrations.map((r) => r.id)) });
    const answers = await this.answers(registrations);
    const names = new Map(named.map((c) => [`${c.registrationId} ${c.position}`, c.name]));
    return Promise.all(
      registrations.map(async (registration) => ({
        registration,
        row: sessions.find((row) => row.session.id === registration.sessionId)!,
        name: this.vault.open(registration.name),
        companions: Array.from({ length: registration.seats - 1 }, (_, place) => {
          const name = names.get(`${registration.id} ${place}`);
          return { name: name === undefined ? null : this.vault.open(name) };
        }),
        answers: answers.get(registration.id) ?? [],
        position: await positionOf(manager, registration),
      })),
    );
  }

  private async answers(registrations: Registration[]): Promise<Map<string, Answer[]>> {
    const ids = registrations.map(({ id }) => id);
    const rows = await this.database.read.findBy(RegistrationAnswers, { registrationId: In(ids) });
    const opened = (sealed: string | null) => (sealed ? (JSON.parse(this.vault.open(sealed)) as Answer[]) : []);
    return new Map(rows.map((row) => [row.registrationId, [...opened(row.answers), ...opened(row.idNumbers)]]));
  }
}

/** Place in the line for the same quota, 1 = next. */
async function positionOf(manager: EntityManager, registration: Registration): Promise<number | null> {
  const { sessionId, quotaId, waitNumber, status } = registration;
  if (status !== 'waitlisted' || waitNumber === null) return null;
  return 1 + (await manager.countBy(Registration, { sessionId, quotaId, status, waitNumber: LessThan(waitNumber) }));
}
