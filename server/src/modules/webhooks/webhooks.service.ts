import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MadeWebhook, Webhook as Wire } from '@openday/shared/webhooks';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { inScope, organizerInScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Webhook } from './webhook.entity';
import { presentWebhook } from './webhook.presenter';
import { siteUrl } from './webhook-address.rules';
import { WebhookDelivery } from './webhook-delivery.entity';

const SHOWN = 10;
/** A unit has one site, perhaps two; hundreds would be a way to make us knock at many doors. */
const MOST = 5;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly ids: Ids,
    private readonly vault: Vault,
    private readonly audit: AuditWriter,
  ) {}

  async list(caller: Caller): Promise<{ items: Wire[] }> {
    const manager = this.database.read;
    const hooks = await this.own(manager, caller).orderBy('hook.id', 'DESC').getMany();
    return { items: await Promise.all(hooks.map((hook) => this.present(manager, hook))) };
  }

  /** The secret is answered once and stored sealed. Throws URL_REFUSED, TOO_MANY. */
  create(caller: Caller, text: string): Promise<MadeWebhook> {
    const url = siteUrl(text, this.config.webhooksLocal);
    if (!url) throw new AppError('URL_REFUSED');
    return this.database.write(async (manager) => {
      const organizer = await organizerInScope(manager, caller.organizerId, caller);
      if ((await manager.countBy(Webhook, { organizerId: organizer.id })) >= MOST) throw new AppError('TOO_MANY');
      const secret = randomBytes(32);
      const hook = manager.create(Webhook, {
        id: this.ids.next(),
        organizerId: organizer.id,
        url,
        secret: this.vault.seal(secret),
        pausedAt: null,
        createdAt: await databaseNow(manager),
      });
      await manager.insert(Webhook, hook);
      await this.audit.append(manager, { accountId: caller.id, act: 'webhook.create', target: ['webhook', hook.id] });
      return { webhook: await this.present(manager, hook), secret: secret.toString('base64url') };
    });
  }

  change(caller: Caller, id: string, paused: boolean): Promise<Wire> {
    return this.database.write(async (manager) => {
      const hook = await this.one(manager, caller, id);
      const pausedAt = paused ? await databaseNow(manager) : null;
      await manager.update(Webhook, { id }, { pausedAt });
      const act = paused ? 'webhook.pause' : 'webhook.resume';
      await this.audit.append(manager, { accountId: caller.id, act, target: ['webhook', id] });
      return this.present(manager, { ...hook, pausedAt });
    });
  }

  remove(caller: Caller, id: string): Promise<{ ok: true }> {
    return this.database.write(async (manager) => {
      await this.one(manager, caller, id);
      await manager.delete(WebhookDelivery, { webhookId: id });
      await manager.delete(Webhook, { id });
      await this.audit.append(manager, { accountId: caller.id, act: 'webhook.delete', target: ['webhook', id] });
      return { ok: true as const };
    });
  }

  private own(manager: EntityManager, caller: Caller) {
    return inScope(manager.createQueryBuilder(Webhook, 'hook'), 'hook', caller);
  }

  private async one(manager: EntityManager, caller: Caller, id: string): Promise<Webhook> {
    const hook = await this.own(manager, caller).where('hook.id = :id', { id }).getOne();
    if (!hook) throw new AppError('NOT_FOUND');
    return hook;
  }

  private async present(manager: EntityManager, hook: Webhook): Promise<Wire> {
    const { name } = await manager.findOneByOrFail(Organizer, { id: hook.organizerId });
    const deliveries = await manager.find(WebhookDelivery, {
      where: { webhookId: hook.id },
      order: { id: 'DESC' },
      take: SHOWN,
    });
    return presentWebhook(hook, name, deliveries);
  }
}
