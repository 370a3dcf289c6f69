import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { databaseNow } from '../../database/dialect';
import { Account } from '../accounts/account.entity';
import { Vault } from '../privacy/vault.service';
import type { AdmissionRequest, Known, Remembered, Standing } from './admission.batch.rules';
import type { SessionState } from './admission.rules';
import { IdempotencyKey } from './idempotency.entity';
import { lockSession } from './locked-session.queries';
import { personOf } from './person.rules';
import { Registration } from './registration.entity';
import { LIVE } from './standing.rules';

/** Locks a batch's sessions and reads all it is decided on, in as few queries for 500 as for one. */
@Injectable()
export class AdmissionQueries {
  constructor(private readonly vault: Vault) {}

  async gather(manager: EntityManager, requests: AdmissionRequest[]): Promise<Known> {
    const sessions = new Map<string, SessionState>();
    for (const id of [...new Set(requests.map((r) => r.sessionId))].sort()) {
      const session = await lockSession(manager, id);
      if (session) sessions.set(id, session);
    }
    const accountIds = [...new Set(requests.map((r) => r.accountId))];
    const accounts = new Map((await manager.findBy(Account, { id: In(accountIds) })).map((a) => [a.id, a]));
    const applicants = requests.map((request) => this.applicant(request, accounts.get(request.accountId)));
    return {
      now: await databaseNow(manager),
      sessions,
      applicants,
      keys: await knownKeys(manager, requests),
      standing: await this.standing(manager, [...sessions.keys()], accountIds, applicants),
    };
  }

  private applicant({ body }: AdmissionRequest, account: Account | undefined): Known['applicants'][number] {
    if (!account || account.disabledAt) return { refused: 'UNAUTHENTICATED' };
    const person = personOf(body, {
      name: account.name && this.vault.open(account.name),
      phone: account.phone && this.vault.open(account.phone),
    });
    if ('refused' in person) return person;
    return {
      ...person,
      subject: person.phone ? this.vault.index('phone', person.phone) : null,
      nameIndex: this.vault.index('name', person.name),
    };
  }

  /** Live registrations made by these accounts or for these people. */
  private async standing(
    manager: EntityManager,
    sessionIds: string[],
    accountIds: string[],
    applicants: Known['applicants'],
  ): Promise<Standing[]> {
    const subjects = applicants.flatMap((one) => ('refused' in one ? [] : (one.subject ?? [])));
    const where = { sessionId: In(sessionIds), status: In(LIVE) };
    return manager.findBy(Registration, [
      { ...where, accountId: In(accountIds) },
      ...(subjects.length ? [{ ...where, subject: In([...new Set(subjects)]) }] : []),
    ]);
  }
}

async function knownKeys(manager: EntityManager, requests: AdmissionRequest[]): Promise<Map<string, Remembered>> {
  const rows = await manager.findBy(IdempotencyKey, { id: In(requests.map((r) => r.keyId)) });
  return new Map(rows.map((key) => [key.id, { ...key, status: key.status as Remembered['status'] }]));
}
