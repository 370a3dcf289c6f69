import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { KINDS } from '../notifications/kinds.rules';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { Vault } from '../privacy/vault.service';
import { SmsClient, type SmsOutcome } from '../sms/sms.client';
import { WechatClient } from '../wechat/wechat.client';
import type { Delivery } from '../wechat/wechat-error.rules';
import { DeliveryWriter, type Outcome } from './delivery.writer';
import type { Channel } from './message-delivery.entity';
import { type Due, ReachReader } from './reach.reader';
import { filled, templateFields } from './template.rules';
import { wordsOf } from './words.rules';

const LOOK_MS = 5_000;
const PIECE = 200;
/** Messages one process has on their way at once. */
const AT_ONCE = 8;

const OUTCOMES: Record<Delivery | SmsOutcome, Outcome> = {
  sent: 'sent',
  noCredit: 'refused',
  nobody: 'refused',
  misfit: 'refused',
  refused: 'refused',
  later: 'later',
  unknown: 'unknown',
};

/** Sends what is due; every replica runs it. Nothing is sent that was not marked first, and nothing twice. */
@Injectable()
export class DeliveryJob implements BeforeApplicationShutdown {
  private readonly log = new Logger(DeliveryJob.name);
  private working: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly reach: ReachReader,
    private readonly writer: DeliveryWriter,
    private readonly vault: Vault,
    private readonly wechat: WechatClient,
    private readonly sms: SmsClient,
  ) {}

  /** Until nothing is due, or the database is away: then looked for again in seconds. Never throws. */
  @Interval('messages', LOOK_MS)
  look(): Promise<void> {
    this.working ??= this.run()
      .catch((error) => this.log.error(error, 'messages'))
      .finally(() => {
        this.working = null;
      });
    return this.working;
  }

  /** What is on its way is waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.working;
  }

  @Job
  private async run(): Promise<void> {
    while (!this.stopping && (await this.piece()));
  }

  /** Whether anything became of what is due: then there may be more. */
  private async piece(): Promise<boolean> {
    const now = await this.database.now();
    const messages = await this.database.read.find(OutboxMessage, {
      where: { dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: PIECE,
    });
    if (!messages.length) return false;
    const due = await this.reach.of(messages, now);
    await this.settle(due, now);
    const work = due.filter(({ plan }) => plan.do !== 'nothing' && plan.do !== 'wait');
    let became = due.length - work.length;
    for (let from = 0; from < work.length && !this.stopping; from += AT_ONCE) {
      const acted = await Promise.all(work.slice(from, from + AT_ONCE).map((one) => this.act(one, now)));
      became += acted.filter(Boolean).length;
    }
    return became > 0;
  }

  private async settle(due: Due[], now: Date): Promise<void> {
    const untils = new Map<number | null, Due[]>();
    for (const one of due) {
      if (one.plan.do !== 'nothing' && one.plan.do !== 'wait') continue;
      const until = one.plan.do === 'wait' ? one.plan.until.getTime() : null;
      untils.set(until, [...(untils.get(until) ?? []), one]);
    }
    for (const [until, some] of untils) await this.writer.settle(some, until === null ? null : new Date(until), now);
  }

  /** False where another replica has it, or it failed. */
  private async act(due: Due, now: Date): Promise<boolean> {
    const { plan, message } = due;
    try {
      if (plan.do === 'send') return await this.send(due, plan.channel, now);
      if (plan.do === 'ring') return await this.writer.ring(due, plan.why);
      if (plan.do !== 'lose') return false;
      this.log.warn({ message: message.id, channel: plan.channel }, 'may have been sent, and is not sent again');
      return await this.writer.lose(due, plan.channel, plan.tries);
    } catch (error) {
      // Marked as being sent it becomes unknown when the claim is over; the others are not to wait for it.
      this.log.error(error, `message ${message.id}`);
      return false;
    }
  }

  private async send(due: Due, channel: Channel, now: Date): Promise<boolean> {
    const tries = await this.writer.mark(due, channel);
    if (tries === null) return false;
    const said = channel === 'wechat' ? await this.byWechat(due, now) : await this.bySms(due, now);
    await this.writer.outcome(due, channel, tries, OUTCOMES[said], said === 'noCredit');
    return true;
  }

  private byWechat({ message, about, openid, template }: Due, now: Date): Promise<Delivery> {
    const words = wordsOf(message, about, now);
    const moment = about?.session?.startsAt ?? message.createdAt;
    return this.wechat.send({
      openid: this.vault.open(openid ?? ''),
      templateId: template?.id ?? '',
      ...(words.page && { page: words.page.slice(1) }),
      fields: templateFields(template!, filled(words, about, message.createdAt, now), moment),
    });
  }

  private bySms({ message, about, phone }: Due, now: Date): Promise<SmsOutcome> {
    const words = wordsOf(message, about, now);
    const { theme, when, where, what } = filled(words, about, message.createdAt, now);
    return this.sms.send({
      phone: this.vault.open(phone ?? ''),
      template: KINDS[message.kind].topic,
      fields: { theme, when, where, what },
    });
  }
}
