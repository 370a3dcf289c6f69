import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { In, IsNull, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { Job } from '../../metrics/job';
import { Vault } from '../privacy/vault.service';
import { sealText } from './audit-chain.rules';
import { AuditEntry } from './audit-entry.entity';
import { AuditSeal } from './audit-seal.entity';

const PIECE = 500;

/**
 * Closes the log in batches, each over the one before. Every replica runs it: who comes second waits for the last batch's row,
 * or finds the next number taken and begins anew.
 */
@Injectable()
export class AuditSealJob {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** How many entries were sealed. Throws while the database is away: tried again in a minute. */
  @Interval('audit-seal', 60_000)
  @Job
  async run(): Promise<number> {
    let sealed = 0;
    for (let piece = PIECE; piece === PIECE; sealed += piece) piece = await this.sealPiece();
    return sealed;
  }

  private sealPiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const [last] = await manager.find(AuditSeal, { order: { number: 'DESC' }, take: 1, lock: lockMode(manager) });
      // What has no hash is older than the chain.
      const open = { seal: IsNull(), mac: Not('') };
      const entries = await manager.find(AuditEntry, { where: open, order: { id: 'ASC' }, take: PIECE });
      if (!entries.length) return 0;
      const ids = entries.map(({ id }) => id);
      const seal = { number: (last?.number ?? 0) + 1, entryIds: ids.join(), at: await databaseNow(manager) };
      await manager.insert(AuditSeal, { ...seal, mac: this.vault.sign(sealText(seal, last?.mac ?? '', entries)) });
      await manager.update(AuditEntry, { id: In(ids) }, { seal: seal.number });
      return entries.length;
    });
  }
}
