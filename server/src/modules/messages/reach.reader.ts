import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Config } from '../../config';
import { Database } from '../../database/database';
import type { Template } from '../../templates';
import { Account } from '../accounts/account.entity';
import { Identity } from '../accounts/identity.entity';
import { KINDS } from '../notifications/kinds.rules';
import { MessageSettings } from '../notifications/message-settings.entity';
import type { OutboxMessage } from '../notifications/outbox-message.entity';
import { Programme } from '../programmes/programme.entity';
import { aboutOf } from './about.queries';
import { type About, holds } from './about.rules';
import { MessageCredit } from './message-credit.entity';
import { MessageDelivery } from './message-delivery.entity';
import { type Plan, planOf } from './plan.rules';
import { WorkWechat } from './work-wechat.entity';

/** A message that is due, what it is about, and what is to be done with it. */
export interface Due {
  message: OutboxMessage;
  about: About | null;
  plan: Plan;
  /** Both sealed; null = not known to WeChat, no number. */
  openid: string | null;
  phone: string | null;
  template: Template | null;
}

/** Looks at messages that are due, many at the price of one. */
@Injectable()
export class ReachReader {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  async of(messages: OutboxMessage[], now: Date): Promise<Due[]> {
    const manager = this.database.read;
    const { wechat, sms, templates, quietHours } = this.config;
    const accountId = In([...new Set(messages.map((message) => message.accountId))]);
    const [accounts, identities, work, settings, credits, tried] = await Promise.all([
      manager.findBy(Account, { id: accountId }),
      manager.findBy(Identity, { accountId, kind: 'wechat' }),
      manager.findBy(WorkWechat, { accountId }),
      manager.findBy(MessageSettings, { accountId }),
      manager.findBy(MessageCredit, { accountId }),
      manager.findBy(MessageDelivery, { messageId: In(messages.map(({ id }) => id)) }),
    ]);
    const abouts = await aboutOf(
      manager,
      messages.map(({ subjectId }) => subjectId),
      now,
    );
    const spent = await spentBudgets(manager, [...abouts.values()]);
    return messages.map((message) => {
      const { kind } = message;
      const { topic, rings = false } = KINDS[kind];
      const about = abouts.get(message.subjectId) ?? null;
      const account = accounts.find(({ id, disabledAt }) => id === message.accountId && !disabledAt);
      const wishes = settings.find((one) => one.accountId === message.accountId);
      const template = templates.find((one) => one.topic === topic) ?? null;
      const credit = credits.find((one) => one.accountId === message.accountId && one.templateId === template?.id);
      const wechats = topic === 'work' ? work : identities;
      const openid = wechats.find((one) => one.accountId === message.accountId)?.value ?? null;
      const known = Boolean(wechat && openid);
      const phone = account?.phone ?? null;
      const standing = {
        kind,
        createdAt: message.createdAt,
        sameDay: message.sameDay,
        startsAt: about?.session?.startsAt ?? null,
        holds: holds(kind, about, now, quietHours),
        rings: rings && about?.registration != null,
      };
      const reach = {
        wanted: account !== undefined && (topic === 'work' || !wishes?.off.includes(topic)),
        wechat: known && credit !== undefined && credit.remaining > 0,
        wechatOnceAllowed: known && template !== null,
        sms: Boolean(sms && phone && wishes?.sms && !spent.has(about?.programmeId ?? '')),
      };
      const before = tried.filter(({ messageId }) => messageId === message.id);
      return { message, about, plan: planOf(standing, reach, before, now, quietHours), openid, phone, template };
    });
  }
}

/** Programmes that have no SMS left. */
async function spentBudgets(manager: EntityManager, abouts: About[]): Promise<Set<string>> {
  const ids = [...new Set(abouts.flatMap(({ programmeId }) => programmeId ?? []))];
  const programmes = ids.length ? await manager.findBy(Programme, { id: In(ids) }) : [];
  return new Set(
    programmes.flatMap(({ id, smsBudget, smsSent }) => (smsBudget !== null && smsSent >= smsBudget ? id : [])),
  );
}
