import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Vault } from '../privacy/vault.service';
import { entryText, sealText } from './audit-chain.rules';
import { AuditEntry } from './audit-entry.entity';
import { AuditSeal } from './audit-seal.entity';

const PIECE = 500;

export interface AuditChain {
  /** A line for each entry or batch that is not as it was written. */
  faults: string[];
  sealed: number;
  /** Of the last minute, or since the job last ran. */
  open: number;
  /** The last batch; noted elsewhere, it shows later that nothing was cut off at the end. */
  head: string;
}

/** Proves that the log is as it was written. */
@Injectable()
export class AuditChainReader {
  constructor(private readonly vault: Vault) {}

  async prove(manager: EntityManager): Promise<AuditChain> {
    const chain: AuditChain = { faults: [], sealed: 0, open: 0, head: '0' };
    let before: AuditSeal | undefined;
    for (let seals = await after(manager, 0); seals.length; seals = await after(manager, before?.number ?? 0))
      for (const seal of seals) {
        chain.faults.push(...(await this.sealFaults(manager, seal, before)));
        chain.sealed += seal.entryIds.split(',').length;
        before = seal;
      }
    if (before) chain.head = `${before.number} ${before.mac}`;
    const stray = await manager.findBy(AuditEntry, { seal: MoreThan(before?.number ?? 0) });
    chain.faults.push(...stray.map(({ id, seal }) => `entry ${id}: says batch ${seal}, which is gone`));
    const [first] = await manager.find(AuditEntry, { where: { mac: MoreThan('') }, order: { id: 'ASC' }, take: 1 });
    const open = await manager.find(AuditEntry, { where: { seal: IsNull() }, order: { id: 'ASC' } });
    // What was written before there was a chain is outside it.
    const made = open.filter(({ id, mac }) => mac || (first && id > first.id));
    chain.open = made.length;
    chain.faults.push(
      ...made.filter((entry) => !this.isOurs(entry)).map(({ id }) => `entry ${id}: not as it was written`),
    );
    return chain;
  }

  private async sealFaults(manager: EntityManager, seal: AuditSeal, before?: AuditSeal): Promise<string[]> {
    const entries = await manager.find(AuditEntry, { where: { seal: seal.number }, order: { id: 'ASC' } });
    const known = new Set(seal.entryIds.split(','));
    const found = new Map(entries.map((entry) => [entry.id, entry]));
    const gap = seal.number - (before?.number ?? 0) - 1;
    const faults = [
      ...(gap ? [`batch ${seal.number}: ${gap} before it are gone`] : []),
      ...[...known].filter((id) => !found.has(id)).map((id) => `entry ${id}: removed from batch ${seal.number}`),
      ...entries.filter(({ id }) => !known.has(id)).map(({ id }) => `entry ${id}: put into batch ${seal.number}`),
      ...entries.filter((one) => !this.isOurs(one)).map(({ id }) => `entry ${id}: not as it was written`),
    ];
    const whole = this.vault.isSigned(sealText(seal, before?.mac ?? '', entries), seal.mac);
    return faults.length || whole ? faults : [`batch ${seal.number}: not as it was written`];
  }

  private isOurs(entry: AuditEntry): boolean {
    return this.vault.isSigned(entryText(entry), entry.mac);
  }
}

const after = (manager: EntityManager, number: number): Promise<AuditSeal[]> =>
  manager.find(AuditSeal, { where: { number: MoreThan(number) }, order: { number: 'ASC' }, take: PIECE });
