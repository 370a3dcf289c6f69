import { Injectable } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Ids } from '../../database/ids';
import { Vault } from '../privacy/vault.service';
import { entryText } from './audit-chain.rules';
import { AuditEntry } from './audit-entry.entity';

export interface Act {
  accountId: string | null;
  /** noun.verb, e.g. `registration.cancel`. */
  act: string;
  target: [kind: string, id: string];
  result?: string;
}

/** Appends to the audit log inside the transaction that does the act. */
@Injectable()
export class AuditWriter {
  constructor(
    private readonly ids: Ids,
    private readonly vault: Vault,
  ) {}

  /** Who acted, as the log knows them: it outlives a resident's account, and then leads back to nobody. */
  actor({ id, role }: { id: string; role: Role }): string {
    return role === 'resident' ? this.vault.pseudonym(id) : id;
  }

  async append(manager: EntityManager, ...acts: Act[]): Promise<void> {
    const at = await databaseNow(manager);
    await manager.insert(
      AuditEntry,
      acts.map(({ accountId, act, target, result = 'ok' }) => {
        const entry = { id: this.ids.next(), at, accountId, act, targetKind: target[0], targetId: target[1], result };
        return { ...entry, mac: this.vault.sign(entryText(entry)) };
      }),
    );
  }
}
