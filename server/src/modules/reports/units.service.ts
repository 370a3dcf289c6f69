import { Injectable } from '@nestjs/common';
import type { MemberRole, UnitFigures, Unit as Wire } from '@openday/shared/people';
import { type EntityManager, In, Like } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import type { Account } from '../accounts/account.entity';
import { deskMembers } from '../accounts/desk-accounts.queries';
import { AuditWriter } from '../audit/audit.writer';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { Vault } from '../privacy/vault.service';
import { Programme } from '../programmes/programme.entity';
import { Suggestion } from '../suggestions/suggestion.entity';
import { statesOf } from '../suggestions/suggestion.rules';
import { rolledUp } from './units.rules';

const OWED = [...statesOf('new'), ...statesOf('working')];

/** The caller's unit and all below it, in the order of the tree. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** With what their people are called; that it was read is audited. */
  async list(caller: Caller): Promise<{ items: Wire[] }> {
    const manager = this.database.read;
    const units = await manager.find(Organizer, {
      where: { path: Like(`${caller.path ?? '!'}%`) },
      order: { path: 'ASC' },
    });
    const ids = units.map(({ id }) => id);
    const people = await this.people(caller);
    const sums = rolledUp(units, await figuresOf(manager, ids));
    return {
      items: units.map(({ id, name, parentId, contactName, contactPhone }) => ({
        ...{ id, name, contactName, contactPhone },
        parentId: id === caller.organizerId ? null : parentId,
        people: people
          .filter(({ organizerId }) => organizerId === id)
          .map(({ name, role }) => ({ name: name ? this.vault.open(name) : '', role: role as MemberRole })),
        ...sums.get(id)!,
      })),
    };
  }

  private people(caller: Caller): Promise<Account[]> {
    return this.database.write(async (manager) => {
      const target: [string, string] = ['organizer', caller.organizerId ?? ''];
      await this.audit.append(manager, { accountId: caller.id, act: 'members.read', target });
      return deskMembers(manager, caller).andWhere('a.disabledAt IS NULL').orderBy('a.id').getMany();
    });
  }
}

async function figuresOf(manager: EntityManager, ids: string[]): Promise<Map<string, UnitFigures>> {
  const programmes = await counted(manager, Programme, ids);
  const sessions = await counted(manager, EventSession, ids, 'x.publishedAt IS NOT NULL AND x.cancelledAt IS NULL');
  const suggestions = await counted(manager, Suggestion, ids);
  const owed = await counted(manager, Suggestion, ids, 'x.state IN (:...owed)', { owed: OWED });
  return new Map(
    ids.map((id) => [
      id,
      {
        programmes: programmes.get(id) ?? 0,
        sessions: sessions.get(id) ?? 0,
        suggestions: suggestions.get(id) ?? 0,
        owed: owed.get(id) ?? 0,
      },
    ]),
  );
}

/** How many rows of a table each unit has. */
async function counted(
  manager: EntityManager,
  table: new () => { organizerId: string | null },
  ids: string[],
  where = '1 = 1',
  params: Record<string, string[]> = {},
): Promise<Map<string, number>> {
  const rows = await manager
    .createQueryBuilder(table, 'x')
    .select('x.organizerId', 'unit')
    .addSelect('COUNT(*)', 'n')
    .where({ organizerId: In(ids) })
    .andWhere(where, params)
    .groupBy('x.organizerId')
    .getRawMany<{ unit: string; n: number | string }>();
  return new Map(rows.map(({ unit, n }) => [unit, Number(n)]));
}
