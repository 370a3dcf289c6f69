import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { selectRows } from '../../database/rows';
import { Account } from '../accounts/account.entity';
import { Vault } from '../privacy/vault.service';
import type { AdmissionRequest, Known, Remembered, Standing } from './admission.batch.rules';
import { readInvitations, readRestrictions, readTerms } from './admission-terms.queries';
import { IdempotencyKey } from './idempotency.entity';
import { plainInvitation } from './invitation.rules';
import { lockSessions } from './locked-session.queries';
import { personOf } from './person.rules';
import { Registration } from './registration.entity';
import { LIVE } from './standing.rules';

const WHO = ['id', 'name', 'phone', 'phoneIndex', 'phoneLast4', 'over60', 'disabledAt'] as const;
const WHOSE = ['id', 'sessionId', 'accountId', 'subject', 'nameIndex', 'relation'] as const;

type Who = Pick<Account, (typeof WHO)[number]>;

/** Locks a batch's sessions and reads all it is decided on, in as many queries for 500 as for one. */
@Injectable()
export class AdmissionQueries {
  constructor(private readonly vault: Vault) {}

  async gather(manager: EntityManager, requests: AdmissionRequest[]): Promise<Known> {
    const sessionIds = [...new Set(requests.map((r) => r.sessionId))];
    const ids = [...new Set(requests.map((r) => r.accountId))];
    // Asked for in this order, answered in one trip: all the rest, the clock too, is read once the locks are held.
    const [sessions, rows, terms, keys, now] = await Promise.all([
      lockSessions(manager, sessionIds),
      selectRows(manager, Account, 'WHERE id IN (:ids)', { ids }, WHO),
      readTerms(manager, sessionIds),
      knownKeys(manager, requests),
      databaseNow(manager),
    ]);
    const accounts = new Map(rows.map((account) => [account.id, account]));
    const applicants = requests.map(({ body, accountId }) => this.applicant(body, accounts.get(accountId)));
    const people = applicants.flatMap((one) => ('refused' in one ? [] : one));
    const couldBeHeld = people.flatMap(({ subject, exempt }) => (subject && !exempt ? subject : []));
    const codes = people.flatMap(({ codeIndex }) => codeIndex ?? []);
    const [standing, invitations, restrictions] = await Promise.all([
      standingRegistrations(manager, [...sessions.keys()], ids, applicants),
      readInvitations(manager, codes),
      readRestrictions(manager, terms.values(), couldBeHeld, now),
    ]);
    return { now, sessions, applicants, terms, invitations, restrictions, keys, standing };
  }

  private applicant(body: AdmissionRequest['body'], account: Who | undefined): Known['applicants'][number] {
    if (!account || account.disabledAt) return { refused: 'UNAUTHENTICATED' };
    const own = { name: account.name && this.vault.open(account.name), hasPhone: account.phone !== null };
    const person = personOf(body, own);
    if ('refused' in person) return person;
    const { name, phone, relation } = person;
    const nameIndex = this.vault.index('name', name);
    const codeIndex = body.invitation ? this.vault.index('invitation', plainInvitation(body.invitation)) : null;
    const exempt = relation !== null || account.over60;
    // What the account keeps of its owner is sealed already.
    if (!relation)
      return {
        ...{ name, nameIndex, relation, codeIndex, exempt },
        subject: account.phoneIndex,
        phoneLast4: account.phoneLast4,
        sealed: { name: account.name ?? '', phone: account.phone },
      };
    return {
      ...{ name, nameIndex, relation, codeIndex, exempt },
      subject: phone && this.vault.index('phone', phone),
      phoneLast4: phone?.slice(-4) ?? null,
      sealed: { name: this.vault.seal(name), phone: phone && this.vault.seal(phone) },
    };
  }
}

async function knownKeys(manager: EntityManager, requests: AdmissionRequest[]): Promise<Map<string, Remembered>> {
  const ids = requests.map(({ keyId }) => keyId);
  const rows = await selectRows(manager, IdempotencyKey, 'WHERE id IN (:ids)', { ids });
  return new Map(rows.map((key) => [key.id, { ...key, status: key.status as Remembered['status'] }]));
}

/** Live registrations here made by these accounts or for these people; an index finds each kind. */
async function standingRegistrations(
  manager: EntityManager,
  sessions: string[],
  accounts: string[],
  applicants: Known['applicants'],
): Promise<Standing[]> {
  const subjects = [...new Set(applicants.flatMap((one) => ('refused' in one ? [] : (one.subject ?? []))))];
  const live = 'AND sessionId IN (:sessions) AND status IN (:live)';
  const by = (column: string, wanted: string[]) =>
    selectRows(manager, Registration, `WHERE ${column} IN (:wanted) ${live}`, { wanted, sessions, live: LIVE }, WHOSE);
  return (await Promise.all([by('accountId', accounts), by('subject', subjects)])).flat();
}
