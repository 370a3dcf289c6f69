import { Injectable } from '@nestjs/common';
import type { RegistrantCounts, RevealedRegistrant } from '@openday/shared/registrants';
import {
  type Answer,
  REGISTRATION_STATUSES,
  type Registrant,
  type RegistrationStatus,
} from '@openday/shared/registrations';
import type { Page } from '@openday/shared/wire';
import { type EntityManager, In } from 'typeorm';
import { selectRows } from '../../database/rows';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { Vault } from '../privacy/vault.service';
import { initialsOf } from '../privacy/words.rules';
import { Quota } from '../quotas/quota.entity';
import { Companion } from './companion.entity';
import { placesInLine } from './line.queries';
import { presentRegistrant } from './registrant.presenter';
import { Registration } from './registration.entity';
import { RegistrationAnswers } from './registration-answers.entity';
import type { RegistrantQueryDto } from './registrations.dto';

/** Names are sealed: to find one by its beginning they are opened, so many at a time and at most so many a request. */
const PIECE = 500;
const MOST = 5000;

interface CountedRow {
  quotaId: string;
  status: RegistrationStatus;
  parties: string;
  seats: string;
}

/** A session's registrations as its unit sees them. */
@Injectable()
export class RegistrantReader {
  constructor(private readonly vault: Vault) {}

  async one(manager: EntityManager, registration: Registration): Promise<Registrant> {
    return (await this.present(manager, registration.sessionId, [registration]))[0]!;
  }

  /** Unmasked, ID numbers included. */
  async reveal(manager: EntityManager, { id, seats, name, phone }: Registration): Promise<RevealedRegistrant> {
    const companions = await manager.findBy(Companion, { registrationId: id });
    const sealed = await manager.findOneBy(RegistrationAnswers, { registrationId: id });
    const opened = (some: string | null = null) => (some ? (JSON.parse(this.vault.open(some)) as Answer[]) : []);
    return {
      id,
      name: this.vault.open(name),
      phone: phone && this.vault.open(phone),
      companions: Array.from({ length: seats - 1 }, (_, place) => {
        const named = companions.find(({ position }) => position === place);
        return { name: named ? this.vault.open(named.name) : null };
      }),
      answers: [...opened(sealed?.answers), ...opened(sealed?.idNumbers)],
    };
  }

  /** One query for all statuses and pools, however many there are. */
  async counts(manager: EntityManager, sessionId: string): Promise<RegistrantCounts> {
    const rows = await manager
      .createQueryBuilder(Registration, 'r')
      .select('r.quotaId', 'quotaId')
      .addSelect('r.status', 'status')
      .addSelect('COUNT(*)', 'parties')
      .addSelect('SUM(r.seats)', 'seats')
      .where('r.sessionId = :sessionId', { sessionId })
      .groupBy('r.quotaId')
      .addGroupBy('r.status')
      .getRawMany<CountedRow>();
    // Sums of integers are texts on MariaDB.
    const ofEach = (counted: CountedRow[], count: 'parties' | 'seats') =>
      Object.fromEntries(
        REGISTRATION_STATUSES.map((status) => [
          status,
          counted.reduce((sum, row) => sum + (row.status === status ? Number(row[count]) : 0), 0),
        ]),
      ) as Record<RegistrationStatus, number>;
    const pools = [...new Set(rows.map(({ quotaId }) => quotaId))].map((quotaId) => ({
      quotaId,
      parties: ofEach(
        rows.filter((row) => row.quotaId === quotaId),
        'parties',
      ),
    }));
    return { parties: ofEach(rows, 'parties'), seats: ofEach(rows, 'seats'), pools };
  }

  /** In the order they registered. With a name to find, a page may hold fewer than there are: `nextCursor` says so. */
  async page(manager: EntityManager, sessionId: string, query: RegistrantQueryDto): Promise<Page<Registrant>> {
    const limit = query.limit ?? 20;
    const wanted = query.q?.trim() ?? '';
    const last4 = /^\d{4}$/.test(wanted) ? wanted : null;
    const byName = wanted !== '' && !last4;
    const take = byName ? PIECE : limit + 1;
    const where = [
      'WHERE sessionId = :sessionId AND id > :after',
      query.status ? 'AND status = :status' : '',
      last4 ? 'AND phoneLast4 = :last4' : '',
      `ORDER BY id LIMIT ${take}`,
    ].join(' ');
    const params = { sessionId, status: query.status ?? '', last4 };
    const found: string[] = [];
    let after = String(decodeCursor(query.cursor, 'id')?.[0] ?? '');
    let more = true;
    for (let seen = 0; more && found.length <= limit && seen < MOST; seen += PIECE) {
      const rows = await selectRows(manager, Registration, where, { ...params, after }, ['id', 'name']);
      const alike = byName ? rows.filter(({ name }) => this.isAlike(this.vault.open(name), wanted)) : rows;
      found.push(...alike.map(({ id }) => id));
      after = rows.at(-1)?.id ?? after;
      more = rows.length === take;
    }
    const shown = found.slice(0, limit);
    const cut = found.length > limit ? shown.at(-1)! : more ? after : null;
    const registrations = await manager.find(Registration, { where: { id: In(shown) }, order: { id: 'ASC' } });
    return {
      items: await this.present(manager, sessionId, registrations),
      nextCursor: cut === null ? null : encodeCursor([cut]),
    };
  }

  /** By how the name begins, or by its initials. */
  private isAlike(name: string, wanted: string): boolean {
    if (name.startsWith(wanted)) return true;
    return /^[a-z]+$/i.test(wanted) && initialsOf(name).startsWith(wanted.toLowerCase());
  }

  private async present(manager: EntityManager, sessionId: string, rows: Registration[]): Promise<Registrant[]> {
    const registrationId = In(rows.map(({ id }) => id));
    const quotas = new Map((await manager.findBy(Quota, { sessionId })).map(({ id, name }) => [id, name]));
    const answers = await manager.findBy(RegistrationAnswers, { registrationId });
    const answered = new Map(answers.map((row) => [row.registrationId, row.answers]));
    const places = await placesInLine(manager, rows);
    return rows.map((registration) => {
      const sealed = answered.get(registration.id);
      return presentRegistrant({
        registration,
        name: this.vault.open(registration.name),
        quota: quotas.get(registration.quotaId) ?? '',
        position: places.get(registration.id) ?? null,
        answers: sealed === undefined ? [] : (JSON.parse(this.vault.open(sealed)) as Answer[]),
      });
    });
  }
}
