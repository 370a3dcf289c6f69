import { Injectable } from '@nestjs/common';
import type { Restriction as Wire } from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import type { PageQuery } from '../../http/fields';
import { Account } from '../accounts/account.entity';
import { AuditWriter } from '../audit/audit.writer';
import { inScope } from '../organizers/scope.queries';
import { Restriction } from './restriction.entity';
import { presentRestriction } from './restriction.presenter';
import { RestrictionReader } from './restriction.reader';
import { RestrictionWriter } from './restriction.writer';

@Injectable()
export class RestrictionsService {
  constructor(
    private readonly database: Database,
    private readonly reader: RestrictionReader,
    private readonly writer: RestrictionWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Those of the caller's programmes, newest first; masked, and that they were read is audited. */
  list(caller: Caller, query: PageQuery): Promise<Page<Wire>> {
    return this.database.write(async (manager) => {
      const limit = query.limit ?? 50;
      const after = decodeCursor(query.cursor, 'id');
      const found = this.scoped(manager, caller)
        .orderBy('r.id', 'DESC')
        .take(limit + 1);
      if (after) found.andWhere('r.id < :after', { after: after[0] });
      const rows = await this.reader.rows(manager, await found.getMany());
      const target: [string, string] = ['organizer', caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'restrictions.read', target });
      return toPage(rows, limit, ({ restriction }) => [restriction.id], presentRestriction);
    });
  }

  /** What holds me back now, and why. */
  async mine(caller: Caller): Promise<{ items: Wire[] }> {
    const manager = this.database.read;
    const { phoneIndex } = await manager.findOneByOrFail(Account, { id: caller.id });
    if (!phoneIndex) return { items: [] };
    const where = { subject: phoneIndex, clearedAt: IsNull(), until: MoreThan(await this.database.now()) };
    const rows = await manager.find(Restriction, { where, order: { id: 'DESC' } });
    return { items: (await this.reader.rows(manager, rows)).map(presentRestriction) };
  }

  /** Clearing again changes nothing. */
  clear(caller: Caller, id: string, reason: string): Promise<Wire> {
    return this.database.write(async (manager) => {
      const restriction = await this.scoped(manager, caller).where('r.id = :id', { id }).getOne();
      if (!restriction) throw new AppError('NOT_FOUND');
      await this.writer.clear(manager, restriction, { by: caller.id, reason }, await databaseNow(manager));
      await this.audit.append(manager, {
        accountId: caller.id,
        act: 'restriction.clear',
        target: ['restriction', id],
      });
      const cleared = await manager.findOneByOrFail(Restriction, { id });
      return presentRestriction((await this.reader.rows(manager, [cleared]))[0]!);
    });
  }

  private scoped(manager: EntityManager, caller: Caller) {
    return inScope(manager.createQueryBuilder(Restriction, 'r'), 'r', caller);
  }
}
