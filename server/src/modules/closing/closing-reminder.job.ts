import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type EntityManager, In, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Job } from '../../metrics/job';
import { Account } from '../accounts/account.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Organizer } from '../organizers/organizer.entity';
import { Programme } from '../programmes/programme.entity';
import { dueOf, reminderOf } from './closing.rules';
import { ClosingWriter } from './closing.writer';
import { ClosingReport } from './closing-report.entity';

const DAY_MS = 86_400_000;
const MINUTES_MS = 60_000;
/** What is older than a quarter is on the list, and nobody's message. */
const PAST_MS = 92 * DAY_MS;
const PIECE = 200;

/** Tells the unit's own people that a report is due soon, and that it is past due: once each, whoever runs it. */
@Injectable()
export class ClosingReminderJob {
  private readonly log = new Logger(ClosingReminderJob.name);

  constructor(
    private readonly database: Database,
    private readonly writer: ClosingWriter,
    private readonly outbox: OutboxWriter,
  ) {}

  /** How many reminders were written. */
  @Interval(10 * MINUTES_MS)
  @Job
  async run(): Promise<number> {
    const now = await this.database.now();
    let told = 0;
    for (let ids = await this.due(now, ''); ids.length; ids = await this.due(now, ids.at(-1)!))
      for (const id of ids) {
        try {
          told += await this.database.write((manager) => this.remind(manager, id));
        } catch (error) {
          // Tried again in ten minutes; the others are not to wait for it.
          this.log.error(error, `closing reminder of session ${id}`);
        }
      }
    return told;
  }

  /** Sessions without a public report that are over since a day, and that were not told both times. */
  private async due(now: Date, after: string): Promise<string[]> {
    const rows = await this.database.read
      .createQueryBuilder(EventSession, 's')
      .select('s.id', 'id')
      .leftJoin(ClosingReport, 'c', 'c.sessionId = s.id')
      .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL')
      .andWhere('s.endsAt BETWEEN :past AND :now AND s.id > :after')
      .andWhere("(c.sessionId IS NULL OR (c.state = 'draft' AND c.dueToldAt IS NULL))")
      .setParameters({ now, after, past: new Date(now.getTime() - PAST_MS) })
      .orderBy('s.id')
      .limit(PIECE)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** The row's mark is the claim: who sets it writes the messages, in the same transaction. */
  private async remind(manager: EntityManager, id: string): Promise<number> {
    const now = await databaseNow(manager);
    const session = await manager.findOneByOrFail(EventSession, { id });
    const { programmeId } = await manager.findOneByOrFail(Event, { id: session.eventId });
    const programme = programmeId ? await manager.findOneBy(Programme, { id: programmeId }) : null;
    const dueAt = dueOf(session.endsAt, programme?.closingDays ?? null);
    const standing = await manager.findOneBy(ClosingReport, { sessionId: id });
    const none = { soonToldAt: null, dueToldAt: null };
    const kind = standing?.state === 'published' ? null : reminderOf(dueAt, standing ?? none, now);
    if (!kind) return 0;
    await this.writer.open(manager, session, now);
    const mark = kind === 'closingDue' ? 'dueToldAt' : 'soonToldAt';
    const claimed = await manager.update(
      ClosingReport,
      { sessionId: id, state: 'draft', [mark]: IsNull() },
      { [mark]: now },
    );
    if (!claimed.affected) return 0;
    const people = await this.people(manager, session.organizerId);
    await this.outbox.append(
      manager,
      people.map((accountId) => ({ kind, accountId, subjectId: id })),
      now,
    );
    return people.length;
  }

  /** Those of the unit; of the nearest one above it where it has none. */
  private async people(manager: EntityManager, organizerId: string): Promise<string[]> {
    const { path } = await manager.findOneByOrFail(Organizer, { id: organizerId });
    const line = path.split('/').filter(Boolean).reverse();
    const where = { organizerId: In(line), role: In(['organizer', 'district']), disabledAt: IsNull() };
    const accounts = await manager.find(Account, { select: { id: true, organizerId: true }, where });
    const nearest = line.find((unit) => accounts.some((account) => account.organizerId === unit));
    return accounts.filter((account) => account.organizerId === nearest).map(({ id }) => id);
  }
}
