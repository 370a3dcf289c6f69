import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, LessThan } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { MessageDelivery } from './message-delivery.entity';
import { PhoneCall } from './phone-call.entity';
import { Reminder } from './reminder.entity';

/** Longer than anybody looks back; figures do not come from here. */
const KEPT_DAYS = 180;
const DAY_MS = 86_400_000;
const PIECE = 500;

/** Takes old messages away, with what became of them; in pieces, and twice changes nothing. */
@Injectable()
export class MessagesRetentionJob {
  constructor(private readonly database: Database) {}

  @Cron('15 4 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removePiece();
    return removed;
  }

  private removePiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const before = new Date((await databaseNow(manager)).getTime() - KEPT_DAYS * DAY_MS);
      // Ids are ordered by time, so the oldest are the first.
      const oldest = await manager.find(OutboxMessage, {
        select: { id: true, subjectId: true, createdAt: true },
        order: { id: 'ASC' },
        take: PIECE,
      });
      const old = oldest.filter(({ createdAt }) => createdAt < before);
      if (!old.length) return 0;
      const ids = old.map(({ id }) => id);
      await manager.delete(MessageDelivery, { messageId: In(ids) });
      await manager.delete(PhoneCall, { messageId: In(ids) });
      await manager.delete(Reminder, {
        registrationId: In(old.map(({ subjectId }) => subjectId)),
        createdAt: LessThan(before),
      });
      await manager.delete(OutboxMessage, { id: In(ids) });
      return old.length;
    });
  }
}
