import { Injectable } from '@nestjs/common';
import type { Answer, Registration as Wire } from '@openday/shared/registrations';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import { sessionRows } from '../events/sessions.queries';
import { Vault } from '../privacy/vault.service';
import { Companion } from './companion.entity';
import { placesInLine } from './line.queries';
import { Registration } from './registration.entity';
import { type OpenRegistration, presentRegistration, type RegistrationRow } from './registration.presenter';
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

  /** By id. `fresh` ones were just written: of them only the place in the line is read. */
  async byId(ids: string[], fresh: Map<string, OpenRegistration> = new Map()): Promise<Map<string, RegistrationRow>> {
    const unread = ids.filter((id) => !fresh.has(id));
    const stored = unread.length ? await this.database.read.findBy(Registration, { id: In(unread) }) : [];
    const rows = await this.shown([...fresh.values(), ...(await this.opened(stored))]);
    return new Map(rows.map((row) => [row.registration.id, row]));
  }

  async rows(registrations: Registration[]): Promise<RegistrationRow[]> {
    return this.shown(await this.opened(registrations));
  }

  private async shown(open: OpenRegistration[]): Promise<RegistrationRow[]> {
    const manager = this.database.read;
    const sessions = await sessionRows(manager, [...new Set(open.map(({ registration }) => registration.sessionId))]);
    const rows = new Map(sessions.map((row) => [row.session.id, row]));
    const places = await placesInLine(
      manager,
      open.map(({ registration }) => registration),
    );
    return open.map((one) => ({
      ...one,
      row: rows.get(one.registration.sessionId)!,
      position: places.get(one.registration.id) ?? null,
    }));
  }

  private async opened(registrations: Registration[]): Promise<OpenRegistration[]> {
    if (!registrations.length) return [];
    const named = await this.database.read.findBy(Companion, { registrationId: In(registrations.map((r) => r.id)) });
    const answers = await this.answers(registrations);
    const names = new Map(named.map((c) => [`${c.registrationId} ${c.position}`, c.name]));
    return registrations.map((registration) => ({
      registration,
      name: this.vault.open(registration.name),
      companions: Array.from({ length: registration.seats - 1 }, (_, place) => {
        const name = names.get(`${registration.id} ${place}`);
        return { name: name === undefined ? null : this.vault.open(name) };
      }),
      answers: answers.get(registration.id) ?? [],
    }));
  }

  private async answers(registrations: Registration[]): Promise<Map<string, Answer[]>> {
    const ids = registrations.map(({ id }) => id);
    const rows = await this.database.read.findBy(RegistrationAnswers, { registrationId: In(ids) });
    const opened = (sealed: string | null) => (sealed ? (JSON.parse(this.vault.open(sealed)) as Answer[]) : []);
    return new Map(rows.map((row) => [row.registrationId, [...opened(row.answers), ...opened(row.idNumbers)]]));
  }
}
