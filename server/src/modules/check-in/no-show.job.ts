import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Brackets, type EntityManager, IsNull } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { selectRows } from '../../database/rows';
import { Job } from '../../metrics/job';
import { Account } from '../accounts/account.entity';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Programme } from '../programmes/programme.entity';
import { Registration } from '../registrations/registration.entity';
import { Restriction } from '../registrations/restriction.entity';
import { RestrictionWriter } from '../registrations/restriction.writer';
import { factsOf } from './door.queries';
import { type Missed, pastOf, restrictionsDue } from './no-show.rules';

const DAY_MS = 86_400_000;
/** Doors have a day to upload what they recorded offline. */
const SETTLED_MS = DAY_MS;
/** Shorter than the hour between two runs; long enough that a second replica finds it taken. */
const CLAIM_MS = 50 * 60_000;
const PIECE = 50;
const PARTY = ['id', 'sessionId', 'accountId', 'seats', 'status', 'subject', 'relation'] as const;
const CAME_AFTER_ALL = '核对后发现来过';
const RULE_ENDED = '这项规定已经停用';

/** Looks for no-shows in programmes with such a rule, and holds back who missed too many. */
@Injectable()
export class NoShowJob {
  private readonly log = new Logger(NoShowJob.name);

  constructor(
    private readonly database: Database,
    private readonly restrictions: RestrictionWriter,
  ) {}

  /** How many restrictions were imposed. */
  @Cron('15 * * * *', { timeZone: 'Asia/Shanghai' })
  @Job
  async run(): Promise<number> {
    await this.clearWithoutRule();
    const due = await this.due(this.database.read, await this.database.now()).getMany();
    let imposed = 0;
    for (const programme of due) {
      try {
        imposed += await this.programme(programme);
      } catch (error) {
        // Tried again in an hour; the other programmes are not to wait for it.
        this.log.error(error, `no-shows of programme ${programme.id}`);
      }
    }
    return imposed;
  }

  /** A rule that was ended holds nobody back. */
  private async clearWithoutRule(): Promise<void> {
    const now = await this.database.now();
    const left = await this.database.read
      .createQueryBuilder(Restriction, 'r')
      .innerJoin(Programme, 'p', 'p.id = r.programmeId AND p.noShowLimit IS NULL')
      .where('r.clearedAt IS NULL AND r.until > :now', { now })
      .getMany();
    for (const restriction of left) await this.clear(restriction, RULE_ENDED);
  }

  /** Clearing twice changes nothing. */
  private clear(restriction: Restriction, reason: string): Promise<void> {
    return this.database.write(async (manager) =>
      this.restrictions.clear(manager, restriction, { by: null, reason }, await databaseNow(manager)),
    );
  }

  private due(manager: EntityManager, now: Date) {
    const before = new Date(now.getTime() - CLAIM_MS);
    return manager
      .createQueryBuilder(Programme, 'p')
      .where('p.noShowLimit IS NOT NULL AND p.noShowDays IS NOT NULL')
      .andWhere(
        new Brackets((due) => due.where('p.noShowsSoughtAt IS NULL OR p.noShowsSoughtAt < :before', { before })),
      );
  }

  /**
   * Reads first; clears a transaction each, since each locks the sessions somebody waits in; then imposes in one, which the
   * replica gets that is first to set the programme's mark.
   */
  private async programme({ id: programmeId, organizerId, noShowLimit, noShowDays }: Programme): Promise<number> {
    if (noShowLimit === null || noShowDays === null) return 0;
    const { came, missed } = await this.past(programmeId, noShowDays);
    for (const restriction of await this.database.read.findBy(Restriction, { programmeId, clearedAt: IsNull() }))
      if (restriction.missed.some((id) => came.has(id))) await this.clear(restriction, CAME_AFTER_ALL);
    return this.database.write(async (manager) => {
      const now = await databaseNow(manager);
      if (!(await this.claim(manager, programmeId, now))) return 0;
      const known = await manager.findBy(Restriction, { programmeId });
      const due = restrictionsDue(missed, new Set(known.flatMap((one) => one.missed)), noShowLimit);
      const until = new Date(now.getTime() + noShowDays * DAY_MS);
      for (const [subject, ids] of due)
        await this.restrictions.impose(manager, { programmeId, organizerId, subject, missed: ids, until }, now);
      return due.size;
    });
  }

  private async claim(manager: EntityManager, id: string, now: Date): Promise<boolean> {
    const before = new Date(now.getTime() - CLAIM_MS);
    const claimed = await manager
      .createQueryBuilder()
      .update(Programme)
      .set({ noShowsSoughtAt: now })
      .where('id = :id AND (noShowsSoughtAt IS NULL OR noShowsSoughtAt < :before)', { id, before })
      .execute();
    return claimed.affected === 1;
  }

  /** Of the programme's sessions that ended at least a day and at most `days` ago. */
  private async past(programmeId: string, days: number): Promise<{ came: Set<string>; missed: Missed[] }> {
    const manager = this.database.read;
    const now = (await this.database.now()).getTime();
    const sessions = await manager
      .createQueryBuilder(EventSession, 's')
      .select('s.id', 'id')
      .innerJoin(Event, 'e', 'e.id = s.eventId AND e.programmeId = :programmeId', { programmeId })
      .where('s.publishedAt IS NOT NULL AND s.cancelledAt IS NULL')
      .andWhere('s.endsAt BETWEEN :from AND :to', {
        from: new Date(now - days * DAY_MS),
        to: new Date(now - SETTLED_MS),
      })
      .getRawMany<{ id: string }>();
    const came = new Set<string>();
    const missed: Missed[] = [];
    for (let from = 0; from < sessions.length; from += PIECE) {
      const ids = sessions.slice(from, from + PIECE).map(({ id }) => id);
      const facts = await factsOf(manager, ids);
      const parties = await selectRows(manager, Registration, 'WHERE sessionId IN (:ids)', { ids }, PARTY);
      const past = ids.map((id) =>
        pastOf(
          parties.filter(({ sessionId }) => sessionId === id),
          facts.get(id) ?? [],
        ),
      );
      for (const id of past.flatMap((one) => one.came)) came.add(id);
      const exempt = await this.exempt(manager, parties);
      missed.push(...past.flatMap((one) => one.missed).filter(({ registrationId }) => !exempt.has(registrationId)));
    }
    return { came, missed };
  }

  /** Who is over 60 is never held back: their registrations. */
  private async exempt(manager: EntityManager, parties: { id: string; accountId: string }[]): Promise<Set<string>> {
    const ids = [...new Set(parties.map(({ accountId }) => accountId))];
    const over60 = await selectRows(manager, Account, 'WHERE id IN (:ids) AND over60 = 1', { ids }, ['id']);
    const accounts = new Set(over60.map(({ id }) => id));
    return new Set(parties.flatMap(({ id, accountId }) => (accounts.has(accountId) ? [id] : [])));
  }
}
