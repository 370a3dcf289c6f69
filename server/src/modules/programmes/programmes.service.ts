import { Injectable } from '@nestjs/common';
import type { NewProgramme, ProgrammeChange, Programme as Wire } from '@openday/shared/places';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { Programme } from './programme.entity';
import { presentProgramme } from './programme.presenter';
import { ProgrammeWriter } from './programme.writer';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeWriter,
    private readonly audit: AuditWriter,
  ) {}

  /** Of the caller's units; `joinable`: those of the units above too, which its events may be part of. */
  async list(caller: Caller, { joinable = false }: { joinable?: boolean } = {}): Promise<{ items: Wire[] }> {
    const all = this.database.read.createQueryBuilder(Programme, 'programme');
    const above = (caller.path ?? '').split('/').filter(Boolean);
    const rows = await (joinable
      ? all
          .innerJoin(Organizer, 'o', 'o.id = programme.organizerId')
          .where('(o.path LIKE :path OR o.id IN (:...above))', {
            path: `${caller.path ?? '!'}%`,
            above: ['', ...above],
          })
      : inScope(all, 'programme', caller)
    )
      .orderBy('programme.year', 'DESC')
      .addOrderBy('programme.id', 'DESC')
      .getMany();
    return { items: await this.present(this.database.read, rows) };
  }

  create(caller: Caller, body: NewProgramme): Promise<Wire> {
    return this.database.write(async (manager) => {
      const { id } = await organizerInScope(manager, caller.organizerId, caller);
      const programme = await this.programmes.findOrCreate(manager, id, body);
      await this.audit.append(manager, {
        accountId: caller.id,
        act: 'programme.create',
        target: ['programme', programme.id],
      });
      return (await this.present(manager, [programme]))[0]!;
    });
  }

  /** The rule on no-shows: how many, and for how many days, or neither; and 备案. Throws BAD_REQUEST for half a rule. */
  change(caller: Caller, id: string, { noShowLimit, noShowDays, ...days }: ProgrammeChange): Promise<Wire> {
    if ((noShowLimit === null) !== (noShowDays === null))
      throw new AppError('BAD_REQUEST', [
        { field: noShowLimit === null ? 'noShowLimit' : 'noShowDays', message: '次数和天数要一起填，或都不填' },
      ]);
    return this.database.write(async (manager) => {
      const programme = await inScope(manager.createQueryBuilder(Programme, 'programme'), 'programme', caller)
        .where('programme.id = :id', { id })
        .getOne();
      if (!programme) throw new AppError('NOT_FOUND');
      const after = {
        ...{ noShowLimit, noShowDays },
        closingDays: days.closingDays ?? programme.closingDays,
        answerDays: days.answerDays === undefined ? programme.answerDays : days.answerDays,
        keptDays: days.keptDays === undefined ? programme.keptDays : days.keptDays,
        approves: days.approves ?? programme.approves,
        smsBudget: days.smsBudget === undefined ? programme.smsBudget : days.smsBudget,
      };
      await manager.update(Programme, { id }, after);
      await this.audit.append(manager, { accountId: caller.id, act: 'programme.change', target: ['programme', id] });
      return (await this.present(manager, [{ ...programme, ...after }]))[0]!;
    });
  }

  private async present(manager: EntityManager, rows: Programme[]): Promise<Wire[]> {
    const owners = await manager.find(Organizer);
    const nameOf = new Map(owners.map(({ id, name }) => [id, name]));
    return rows.map((row) => presentProgramme(row, nameOf.get(row.organizerId) ?? ''));
  }
}
