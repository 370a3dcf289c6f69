import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { MemberRole } from '@openday/shared/people';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import type { Account } from '../accounts/account.entity';
import { deskMembers } from '../accounts/desk-accounts.queries';
import { organizerInScope, unitNames } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, MEMBER_ROLE_WORDS, momentWords } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 14 },
  { title: '账号', width: 20 },
  { title: '单位', width: 28 },
  { title: '能做什么', width: 12 },
  { title: '状态', width: 20 },
  { title: '开账号的时间', width: 18 },
];

/** Who may sign in at the desks of the caller's units, in the order their accounts were made. */
@Injectable()
export class MembersTableReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Throws NOT_FOUND for a unit of somebody else. */
  async table(caller: Caller, { organizer }: NewExport): Promise<Table> {
    const manager = this.database.read;
    if (organizer) await organizerInScope(manager, organizer, caller);
    const total = await deskMembers(manager, caller, organizer).getCount();
    return { name: KIND_NAMES.members, columns: COLUMNS, total, rows: () => numbered(this.lines(caller, organizer)) };
  }

  private async *lines(caller: Caller, organizer?: string): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const after = (last: string) =>
      deskMembers(manager, caller, organizer).andWhere('a.id > :last', { last }).orderBy('a.id').take(PIECE).getMany();
    for await (const accounts of inPieces(PIECE, after)) {
      const units = await unitNames(manager, accounts);
      for (const account of accounts)
        yield [
          account.name && this.vault.open(account.name),
          account.username,
          units.get(account.organizerId ?? '') ?? null,
          MEMBER_ROLE_WORDS[account.role as MemberRole],
          standing(account),
          momentWords(account.createdAt),
        ];
    }
  }
}

function standing({ disabledAt, passwordOnceUntil }: Account): string {
  if (disabledAt) return '停用';
  return passwordOnceUntil ? '还没换一次性密码' : '在用';
}
