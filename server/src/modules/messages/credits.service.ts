import { Injectable } from '@nestjs/common';
import type { MessageChannels, NewMessageCredits, MessageCredit as Wire } from '@openday/shared/messages';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { Database } from '../../database/database';
import { lockMode } from '../../database/dialect';
import { MessageCredit } from './message-credit.entity';

/** More than anybody is sent of one kind: a page that asks in a loop gains nothing. */
const MOST = 20;

/** What can be sent by WeChat, and how much of it each person has allowed: one acceptance, one message. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  channels(): MessageChannels {
    return {
      templates: this.config.templates.map(({ topic, id }) => ({ topic, id })),
      sms: this.config.sms !== null,
    };
  }

  left(accountId: string): Promise<Wire[]> {
    return this.of(this.database.read, accountId);
  }

  /** One more of each; the same tap counts once. Topics without a template are passed over. */
  add(accountId: string, { key, topics }: NewMessageCredits): Promise<Wire[]> {
    return this.database.write(async (manager) => {
      for (const { topic, id: templateId } of this.config.templates) {
        if (!topics.includes(topic)) continue;
        const where = { accountId, templateId };
        const standing = await manager.findOne(MessageCredit, { where, lock: lockMode(manager) });
        if (!standing) await manager.insert(MessageCredit, { ...where, remaining: 1, lastTap: key });
        else if (standing.lastTap !== key) {
          const remaining = Math.min(standing.remaining + 1, MOST);
          await manager.update(MessageCredit, where, { remaining, lastTap: key });
        }
      }
      return this.of(manager, accountId);
    });
  }

  private async of(manager: EntityManager, accountId: string): Promise<Wire[]> {
    const rows = await manager.findBy(MessageCredit, { accountId });
    return this.config.templates.map(({ topic, id }) => ({
      topic,
      left: rows.find(({ templateId }) => templateId === id)?.remaining ?? 0,
    }));
  }
}
