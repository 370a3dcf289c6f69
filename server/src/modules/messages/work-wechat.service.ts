import { Injectable } from '@nestjs/common';
import type { WorkWechat as Wire } from '@openday/shared/messages';
import type { WechatCode } from '@openday/shared/sign-in';
import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AuditWriter } from '../audit/audit.writer';
import { Vault } from '../privacy/vault.service';
import { WechatClient } from '../wechat/wechat.client';
import { WorkWechat } from './work-wechat.entity';

/** By which WeChat somebody at a desk is told of their work. */
@Injectable()
export class WorkWechatService {
  constructor(
    private readonly database: Database,
    private readonly wechat: WechatClient,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  async standing({ id: accountId }: Caller): Promise<Wire> {
    return { bound: await this.database.read.existsBy(WorkWechat, { accountId }) };
  }

  /** Throws what WechatClient throws. */
  async bind(caller: Caller, { code }: WechatCode): Promise<Wire> {
    const value = this.vault.seal(await this.wechat.openidOf(code));
    await this.database.write(async (manager) => {
      await manager.save(WorkWechat, { accountId: caller.id, value, boundAt: await databaseNow(manager) });
      await this.note(manager, caller, 'account.bindWorkWechat');
    });
    return { bound: true };
  }

  async unbind(caller: Caller): Promise<Wire> {
    await this.database.write(async (manager) => {
      await manager.delete(WorkWechat, { accountId: caller.id });
      await this.note(manager, caller, 'account.unbindWorkWechat');
    });
    return { bound: false };
  }

  private note(manager: EntityManager, { id }: Caller, act: string): Promise<void> {
    return this.audit.append(manager, { accountId: id, act, target: ['account', id] });
  }
}
