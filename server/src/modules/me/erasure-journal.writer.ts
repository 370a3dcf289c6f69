import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config';
import { Vault } from '../privacy/vault.service';

export const journalOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'erasures.log');

/**
 * Which accounts were deleted, in a file beside the database: a restored backup is older than it, so the deletions since are
 * done again. A line is when, and a pseudonym that leads to nobody without the account.
 */
@Injectable()
export class ErasureJournalWriter {
  constructor(
    private readonly config: Config,
    private readonly vault: Vault,
  ) {}

  /** On the disk when it returns. Throws where it cannot be written: then nothing is to be deleted either. */
  append(accountId: string, at: Date): void {
    mkdirSync(this.config.dataDir, { recursive: true, mode: 0o700 });
    const file = openSync(journalOf(this.config), 'a', 0o600);
    try {
      writeSync(file, `${at.toISOString()} ${this.vault.pseudonym(accountId)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

/** Pseudonyms of the accounts these files name; one that is not there names none. */
export const readJournals = (files: string[]): Set<string> =>
  new Set(
    files
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').match(/(?<=Z )[0-9a-f]{19}$/gm) ?? []),
  );
