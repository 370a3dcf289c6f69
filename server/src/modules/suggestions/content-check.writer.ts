import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { ContentCheck } from './content-check.entity';
import { type CheckVerdict, checkAgainAt } from './publication.rules';
import { PublicationWriter } from './publication.writer';
import { Suggestion } from './suggestion.entity';

/** Longer than WeChat takes for the longest words. */
const LEASE_MS = 120_000;

/** Claims on looks that are due, and what came of them. */
@Injectable()
export class ContentCheckWriter {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationWriter,
  ) {}

  /** By moving `dueAt` from what was read (a committed conditional UPDATE). Null = another replica has it. */
  claim({ suggestionId, dueAt, tries }: ContentCheck): Promise<ContentCheck | null> {
    return this.database.write(async (manager) => {
      const until = new Date((await databaseNow(manager)).getTime() + LEASE_MS);
      const claimed = { dueAt: until, tries: tries + 1 };
      const held = await manager.update(ContentCheck, { suggestionId, dueAt: dueAt! }, claimed);
      return held.affected === 1 ? { suggestionId, verdict: null, ...claimed } : null;
    });
  }

  /** `verdict` null = it gave none this time. Changes nothing where words came since: they are looked at anew. */
  async settle({ suggestionId, dueAt, tries }: ContentCheck, verdict: CheckVerdict | null): Promise<void> {
    await this.database.write(async (manager) => {
      const suggestion = await locked(manager, suggestionId);
      const now = await databaseNow(manager);
      const again = verdict === null ? checkAgainAt(tries, now) : null;
      const said = again ? null : (verdict ?? 'none');
      const mine = await manager.update(ContentCheck, { suggestionId, dueAt: dueAt! }, { dueAt: again, verdict: said });
      if (mine.affected === 1 && suggestion && said) await this.publications.checked(manager, suggestion, said, now);
    });
  }
}

/** Publishing takes the same lock: it finds the verdict, or is found by it. */
const locked = (manager: EntityManager, id: string): Promise<Suggestion | null> =>
  manager.findOne(Suggestion, { where: { id }, lock: lockMode(manager) });
