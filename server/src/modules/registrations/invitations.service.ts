import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Invitation as Wire } from '@openday/shared/registrations';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import { insertRows } from '../../database/rows';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import type { EventSession } from '../events/session.entity';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import { deskSession } from './desk.queries';
import { Invitation } from './invitation.entity';
import { newInvitationCode, plainInvitation } from './invitation.rules';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  /** New codes for a pool, in the order they are to be handed out. Throws BAD_REQUEST for a pool anybody may enter. */
  create(caller: Caller, quotaId: string, count: number): Promise<{ items: Wire[] }> {
    return this.database.write(async (manager) => {
      const { quota, session } = await this.own(manager, caller, quotaId);
      if (!quota.invited && session.mode !== 'invited')
        throw new AppError('BAD_REQUEST', [{ field: 'id', message: '这种名额不凭邀请码' }]);
      const createdAt = await databaseNow(manager);
      const codes = Array.from({ length: count }, () => newInvitationCode(randomInt));
      const rows = codes.map((code) => ({
        id: this.ids.next(),
        quotaId,
        codeIndex: this.vault.index('invitation', plainInvitation(code)),
        code: this.vault.seal(code),
        registrationId: null,
        createdAt,
      }));
      await insertRows(manager, Invitation, rows);
      await this.audit.append(manager, { accountId: caller.id, act: 'invitation.create', target: ['quota', quotaId] });
      return { items: rows.map((row) => this.present(row)) };
    });
  }

  async list(caller: Caller, quotaId: string): Promise<{ items: Wire[] }> {
    await this.own(this.database.read, caller, quotaId);
    const rows = await this.database.read.find(Invitation, { where: { quotaId }, order: { id: 'ASC' } });
    return { items: rows.map((row) => this.present(row)) };
  }

  private present({ id, code, registrationId }: Pick<Invitation, 'id' | 'code' | 'registrationId'>): Wire {
    return { id, code: this.vault.open(code), used: registrationId !== null };
  }

  /** A pool of a session in the caller's subtree; anybody else's is not found. */
  private async own(
    manager: EntityManager,
    caller: Caller,
    id: string,
  ): Promise<{ quota: Quota; session: EventSession }> {
    const quota = await manager.findOneBy(Quota, { id });
    if (!quota) throw new AppError('NOT_FOUND');
    return { quota, session: await deskSession(manager, caller, quota.sessionId) };
  }
}
