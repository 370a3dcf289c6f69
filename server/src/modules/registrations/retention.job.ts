import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { Vault } from '../privacy/vault.service';
import { Companion } from './companion.entity';
import { DrawEntry } from './draw-entry.entity';
import { IdempotencyKey } from './idempotency.entity';
import { Registration } from './registration.entity';
import { RegistrationAnswers } from './registration-answers.entity';
import { Restriction } from './restriction.entity';
import { dueIdNumbers, dueListNames, dueNames, KEPT_DAYS } from './retention.queries';

/** A phone that never heard an answer asks again within this. */
const KEYS_KEPT_DAYS = 7;
const PIECE = 200;
const DAY_MS = 86_400_000;

/**
 * Takes names, phones, answers and reasons out of registrations whose session is long over; counts stay. Removing twice changes nothing,
 * so every replica may run it; in pieces, so that nobody waits for it.
 */
@Injectable()
export class RetentionJob {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  @Cron('30 3 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removePiece();
    return removed;
  }

  /** ID numbers go first. */
  @Cron('15 * * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async runIdNumbers(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removeIdNumbers();
    return removed;
  }

  /** Masked names on drawn lists, which can be repeated without them, and restrictions that are long over. */
  @Cron('45 3 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async runLists(): Promise<void> {
    for (let piece = PIECE; piece === PIECE; ) piece = await this.removeFromLists();
    await this.database.write(async (manager) => {
      const before = new Date((await databaseNow(manager)).getTime() - KEPT_DAYS * DAY_MS);
      await manager.delete(Restriction, { until: LessThan(before) });
    });
  }

  /** Keys that registrations were asked with. */
  @Cron('0 4 * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async runKeys(): Promise<number> {
    let removed = 0;
    for (let piece = PIECE; piece === PIECE; removed += piece) piece = await this.removeKeys();
    return removed;
  }

  private removeKeys(): Promise<number> {
    return this.database.write(async (manager) => {
      const before = new Date((await databaseNow(manager)).getTime() - KEYS_KEPT_DAYS * DAY_MS);
      const due = await manager.find(IdempotencyKey, {
        select: { id: true },
        where: { createdAt: LessThan(before) },
        take: PIECE,
      });
      if (due.length) await manager.delete(IdempotencyKey, { id: In(due.map(({ id }) => id)) });
      return due.length;
    });
  }

  private removeFromLists(): Promise<number> {
    return this.database.write(async (manager) => {
      const due = await (await dueListNames(manager, await databaseNow(manager)))
        .select('d.sessionId', 'id')
        .addSelect('d.ticketNo', 'ticketNo')
        .orderBy('d.sessionId')
        .limit(PIECE)
        .getRawMany<{ id: string; ticketNo: number }>();
      for (const sessionId of new Set(due.map(({ id }) => id))) {
        const ticketNo = In(due.filter(({ id }) => id === sessionId).map((entry) => entry.ticketNo));
        await manager.update(DrawEntry, { sessionId, ticketNo }, { maskedName: '' });
      }
      return due.length;
    });
  }

  private removeIdNumbers(): Promise<number> {
    return this.database.write(async (manager) => {
      const due = await dueIdNumbers(manager, await databaseNow(manager))
        .select('a.registrationId', 'id')
        .limit(PIECE)
        .getRawMany<{ id: string }>();
      const ids = due.map(({ id }) => id);
      if (ids.length) await manager.update(RegistrationAnswers, { registrationId: In(ids) }, { idNumbers: null });
      return ids.length;
    });
  }

  private removePiece(): Promise<number> {
    return this.database.write(async (manager) => {
      const due = await (await dueNames(manager, await databaseNow(manager)))
        .select('r.id', 'id')
        .addSelect('r.accountId', 'accountId')
        .limit(PIECE)
        .getRawMany<{ id: string; accountId: string }>();
      const ids = due.map(({ id }) => id);
      if (!ids.length) return 0;
      // Found by account, which is what messages have an index on.
      const about = { accountId: In(due.map(({ accountId }) => accountId)), subjectId: In(ids), note: Not(IsNull()) };
      await manager.update(OutboxMessage, about, { note: null });
      await manager.delete(Companion, { registrationId: In(ids) });
      await manager.delete(RegistrationAnswers, { registrationId: In(ids) });
      await manager.update(Registration, { id: In(ids) }, { ...GONE, name: this.vault.seal('') });
      return ids.length;
    });
  }
}

/** What may name or describe somebody; `nameIndex` is what tells that it is gone. */
const GONE = {
  nameIndex: '',
  phone: null,
  phoneLast4: null,
  subject: null,
  liveSubject: null,
  enterprise: null,
  endReason: null,
};
