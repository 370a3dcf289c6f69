import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { dayOf } from '@openday/shared/dates';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Registration } from '../registrations/registration.entity';
import { REMINDER_KINDS, reminderSpan } from './quiet.rules';
import { Reminder, type ReminderKind } from './reminder.entity';

const MINUTE_MS = 60_000;
/** No reminder goes out longer than this before a session. */
const AHEAD_MS = 36 * 60 * MINUTE_MS;
const PIECE = 200;

/** Reminds who is registered, the day before and two hours before: once each, whoever runs it. */
@Injectable()
export class RemindersJob {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWriter,
    private readonly config: Config,
  ) {}

  /** How many reminders were written. `at`: another moment than now. */
  @Interval('reminders', MINUTE_MS)
  @Job
  async run(at?: Date): Promise<number> {
    const now = at ?? (await this.database.now());
    let made = 0;
    for (const session of await this.coming(now))
      for (const kind of REMINDER_KINDS) made += await this.remind(session, kind, now);
    return made;
  }

  private coming(now: Date): Promise<EventSession[]> {
    return this.database.read
      .createQueryBuilder(EventSession, 's')
      .select(['s.id', 's.startsAt'])
      .where('s.startsAt > :now AND s.startsAt <= :until', { now, until: new Date(now.getTime() + AHEAD_MS) })
      .andWhere('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL')
      .getMany();
  }

  private async remind({ id, startsAt }: EventSession, kind: ReminderKind, now: Date): Promise<number> {
    const { from, until } = reminderSpan(kind, startsAt, this.config.quietHours);
    if (now < from || now >= until) return 0;
    const day = dayOf(startsAt.getTime());
    let made = 0;
    for (let piece = PIECE; piece === PIECE; made += piece)
      piece = await this.database.write(async (manager) => {
        const due = await unreminded(manager, id, kind, day, from);
        const createdAt = await databaseNow(manager);
        // Its key refuses a second one: then this is tried again, and finds the neighbour's.
        if (due.length)
          await manager.insert(
            Reminder,
            due.map((registration) => ({ registrationId: registration.id, kind, day, createdAt })),
          );
        const told = due.map((registration) => ({
          kind,
          accountId: registration.accountId,
          subjectId: registration.id,
        }));
        await this.outbox.append(manager, told, createdAt);
        return due.length;
      });
    return made;
  }
}

/** Who registered before the hour of the reminder; later they have just read it all. */
const unreminded = (manager: EntityManager, sessionId: string, kind: ReminderKind, day: string, from: Date) =>
  manager
    .createQueryBuilder(Registration, 'r')
    .select(['r.id', 'r.accountId'])
    .leftJoin(Reminder, 'm', 'm.registrationId = r.id AND m.kind = :kind AND m.day = :day', { kind, day })
    .where("r.sessionId = :sessionId AND r.status = 'confirmed' AND m.registrationId IS NULL", { sessionId })
    .andWhere('r.createdAt < :from', { from })
    .orderBy('r.id')
    .limit(PIECE)
    .getMany();
