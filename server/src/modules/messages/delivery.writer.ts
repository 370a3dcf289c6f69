import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan, LessThanOrEqual } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { changeRows } from '../../database/rows';
import { messages } from '../../metrics/metrics';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { type Channel, type DeliveryState, MessageDelivery } from './message-delivery.entity';
import { PhoneCall } from './phone-call.entity';
import { laterAt } from './plan.rules';
import type { Due } from './reach.reader';

/** Longer than any send takes: after it, what is still `sending` may have been sent and is never sent again. */
const LEASE_MS = 60_000;

/** What came of a try. `refused` by this channel, for whatever reason. */
export type Outcome = Exclude<DeliveryState, 'sending'>;

/** Another replica has the message, or what it would cost is gone. */
class ClaimLost extends Error {}

/**
 * Claims on messages, and the marks that keep each to once. A claim moves `dueAt`, which only who read it as it is can do
 * (a committed conditional UPDATE, on any database).
 */
@Injectable()
export class DeliveryWriter {
  constructor(private readonly database: Database) {}

  /** Nothing more is to be done with them; or not before `until`. */
  async settle(due: Due[], until: Date | null, now: Date): Promise<void> {
    const id = In(due.map(({ message }) => message.id));
    await this.database.write((manager) =>
      manager.update(OutboxMessage, { id, dueAt: LessThanOrEqual(now) }, { dueAt: until }),
    );
  }

  /**
   * Marks it as being sent, and takes what that costs: a credit, or one SMS of the programme's. Committed before anything
   * leaves. Returns which try it is; null = it is not this replica's.
   */
  async mark(due: Due, channel: Channel): Promise<number | null> {
    const { id: messageId, accountId } = due.message;
    return this.claimed<number | null>(async (manager) => {
      const now = await databaseNow(manager);
      await claim(manager, due, new Date(now.getTime() + LEASE_MS));
      const before = await manager.findOneBy(MessageDelivery, { messageId, channel });
      if (before && before.state !== 'later') throw new ClaimLost();
      if (!(await this.pay(manager, due, channel))) throw new ClaimLost();
      const tries = (before?.tries ?? 0) + 1;
      await manager.save(MessageDelivery, { messageId, channel, accountId, state: 'sending', tries, updatedAt: now });
      return tries;
    }, null);
  }

  /** What became of the marked try. Too late, when it was counted as unknown meanwhile, it changes nothing. */
  async outcome(due: Due, channel: Channel, tries: number, state: Outcome, emptied = false): Promise<void> {
    const { id: messageId } = due.message;
    const became = await this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      const ours = { messageId, channel, tries, state: 'sending' as const };
      const next = state === 'later' ? laterAt(tries, now) : null;
      const given = state === 'later' && !next ? 'refused' : state;
      const held = await manager.update(MessageDelivery, ours, { state: given, updatedAt: now });
      if (held.affected !== 1) return null;
      // What was sent is settled; anything else is looked at again, for another channel or for who rings.
      await manager.update(OutboxMessage, { id: messageId }, { dueAt: state === 'sent' ? null : (next ?? now) });
      if (emptied) await changeRows(manager, `UPDATE message_credits SET remaining = 0 ${OF_TEMPLATE}`, paidBy(due));
      else if (state === 'later' || (state === 'refused' && channel === 'wechat'))
        await this.giveBack(manager, due, channel);
      return given;
    });
    if (became) messages.inc({ channel, state: became });
  }

  /** Whoever had it in hand is gone: it may have been sent. */
  async lose(due: Due, channel: Channel, tries: number): Promise<boolean> {
    const { id: messageId } = due.message;
    const lost = await this.claimed(async (manager) => {
      const now = await databaseNow(manager);
      await claim(manager, due, now);
      const marked = { messageId, channel, tries, state: 'sending' as const };
      await manager.update(MessageDelivery, marked, { state: 'unknown', updatedAt: now });
      return true;
    }, false);
    if (lost) messages.inc({ channel, state: 'unknown' });
    return lost;
  }

  /** On the list of those to be rung; of several things about one registration the last. */
  async ring(due: Due, why: PhoneCall['why']): Promise<boolean> {
    const { id: messageId, accountId } = due.message;
    const { registration, session, organizerId } = due.about ?? {};
    return this.claimed(async (manager) => {
      await claim(manager, due, null);
      if (!registration || !session || !organizerId) return true;
      const where = { registrationId: registration.id };
      const createdAt = await databaseNow(manager);
      const row = {
        messageId,
        accountId,
        sessionId: session.id,
        organizerId,
        why,
        createdAt,
        doneAt: null,
        doneBy: null,
      };
      const newer = await manager.update(PhoneCall, { ...where, messageId: LessThan(messageId) }, row);
      // A neighbour who inserts first makes the transaction start again.
      if (!newer.affected && !(await manager.existsBy(PhoneCall, where)))
        await manager.insert(PhoneCall, { ...where, ...row });
      return true;
    }, false);
  }

  private async claimed<T>(work: (manager: EntityManager) => Promise<T>, lost: T): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (!(error instanceof ClaimLost)) throw error;
      return lost;
    }
  }

  private async pay(manager: EntityManager, due: Due, channel: Channel): Promise<boolean> {
    if (channel === 'wechat') {
      const take = `UPDATE message_credits SET remaining = remaining - 1 ${OF_TEMPLATE} AND remaining > 0`;
      return (await changeRows(manager, take, paidBy(due))) === 1;
    }
    const programmeId = due.about?.programmeId;
    if (!programmeId) return true;
    const within = '(smsBudget IS NULL OR smsSent < smsBudget)';
    const spend = `UPDATE programmes SET smsSent = smsSent + 1 WHERE id = :programmeId AND ${within}`;
    return (await changeRows(manager, spend, { programmeId })) === 1;
  }

  private async giveBack(manager: EntityManager, due: Due, channel: Channel): Promise<void> {
    const programmeId = due.about?.programmeId;
    if (channel === 'wechat')
      await changeRows(manager, `UPDATE message_credits SET remaining = remaining + 1 ${OF_TEMPLATE}`, paidBy(due));
    else if (programmeId)
      await changeRows(manager, 'UPDATE programmes SET smsSent = smsSent - 1 WHERE id = :programmeId', { programmeId });
  }
}

const OF_TEMPLATE = 'WHERE accountId = :accountId AND templateId = :templateId';

const paidBy = ({ message, template }: Due) => ({
  accountId: message.accountId,
  templateId: template?.id ?? '',
});

/** Throws ClaimLost where somebody has touched it since it was read. */
async function claim(manager: EntityManager, { message: { id, dueAt } }: Due, until: Date | null): Promise<void> {
  const claimed = await manager.update(OutboxMessage, { id, dueAt: dueAt! }, { dueAt: until });
  if (claimed.affected !== 1) throw new ClaimLost();
}
