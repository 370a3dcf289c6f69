import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { Question } from '@openday/shared/questions';
import type { Answer } from '@openday/shared/registrations';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { type Arrival, attendanceOf } from '../check-in/attendance.rules';
import { factsOf, partiesOf } from '../check-in/door.queries';
import { Event } from '../events/event.entity';
import { maskName } from '../privacy/masking.rules';
import { Vault } from '../privacy/vault.service';
import { Quota } from '../quotas/quota.entity';
import { Companion } from '../registrations/companion.entity';
import { deskSession } from '../registrations/desk.queries';
import { Registration } from '../registrations/registration.entity';
import { RegistrationAnswers } from '../registrations/registration-answers.entity';
import type { Cell, Column, Table } from './table.rules';
import { KIND_NAMES, momentWords, RELATION_WORDS, STATUS_WORDS } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '手机', width: 14 },
  { title: '人数', width: 6 },
  { title: '其中儿童', width: 9 },
  { title: '同行人', width: 20 },
  { title: '名额', width: 12 },
  { title: '单位或企业', width: 22 },
  { title: '代报名', width: 10 },
  { title: '状态', width: 10 },
  { title: '到场人数', width: 9 },
  { title: '到场时间', width: 18 },
  { title: '报名时间', width: 18 },
];

/** Who registered for one session, in order, with what the door saw of them. */
@Injectable()
export class RegistrantsTableReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /**
   * Masked unless `reveal`; ID numbers are in no file. Throws BAD_REQUEST where no session is named, NOT_FOUND outside the
   * caller's units.
   */
  async table(caller: Caller, { session: sessionId = '', reveal = false }: NewExport): Promise<Table> {
    const manager = this.database.read;
    const session = await deskSession(manager, caller, sessionId);
    const { questions } = await manager.findOneByOrFail(Event, { id: session.eventId });
    const asked = (questions ?? []).filter(({ kind }) => kind !== 'idNumber');
    return {
      name: KIND_NAMES.registrants,
      columns: [...COLUMNS, ...asked.map(({ text }) => ({ title: text, width: 18 }))],
      total: await manager.countBy(Registration, { sessionId }),
      rows: () => this.rows(manager, sessionId, asked, reveal),
    };
  }

  private async *rows(
    manager: EntityManager,
    sessionId: string,
    asked: Question[],
    reveal: boolean,
  ): AsyncGenerator<Cell[]> {
    const quotas = new Map((await manager.findBy(Quota, { sessionId })).map(({ id, name }) => [id, name]));
    const arrivals = await this.arrivals(manager, sessionId);
    let place = 0;
    let last = '';
    for (let more = true; more; ) {
      const piece = await manager.find(Registration, {
        where: { sessionId, id: MoreThan(last) },
        order: { id: 'ASC' },
        take: PIECE,
      });
      const of = In(piece.map(({ id }) => id));
      const sealed = await manager.findBy(RegistrationAnswers, { registrationId: of });
      const answers = new Map(sealed.map((row) => [row.registrationId, row.answers]));
      const companions = grouped(reveal ? await manager.findBy(Companion, { registrationId: of }) : []);
      for (const registration of piece) {
        place += 1;
        const named = companions.get(registration.id) ?? [];
        yield [
          place,
          ...this.person(registration, named, reveal),
          quotas.get(registration.quotaId) ?? '',
          registration.enterprise,
          registration.relation && RELATION_WORDS[registration.relation],
          STATUS_WORDS[registration.status],
          ...came(arrivals.get(registration.id)),
          momentWords(registration.createdAt),
          ...this.answered(answers.get(registration.id), asked),
        ];
      }
      last = piece.at(-1)?.id ?? last;
      more = piece.length === PIECE;
    }
  }

  private person(registration: Registration, companions: Companion[], reveal: boolean): Cell[] {
    const { seats, children, phoneLast4 } = registration;
    const name = this.vault.open(registration.name);
    const phone = reveal && registration.phone ? this.vault.open(registration.phone) : null;
    const names = companions.sort((a, b) => a.position - b.position).map((one) => this.vault.open(one.name));
    return [
      reveal ? name : maskName(name),
      phone ?? (phoneLast4 && `尾号 ${phoneLast4}`),
      seats,
      children || null,
      names.join('、') || null,
    ];
  }

  private answered(sealed: string | null | undefined, asked: Question[]): Cell[] {
    const answers = sealed ? (JSON.parse(this.vault.open(sealed)) as Answer[]) : [];
    return asked.map(({ id }) => answers.find(({ question }) => question === id)?.value ?? null);
  }

  private async arrivals(manager: EntityManager, sessionId: string): Promise<Map<string, Arrival>> {
    const facts = (await factsOf(manager, [sessionId])).get(sessionId) ?? [];
    if (!facts.length) return new Map();
    const parties = (await partiesOf(manager, [sessionId])).get(sessionId) ?? [];
    return attendanceOf(facts, parties).arrivals;
  }
}

const came = (arrival: Arrival | undefined): Cell[] => [
  arrival?.seats ?? null,
  arrival ? momentWords(new Date(arrival.at)) : null,
];

function grouped(companions: Companion[]): Map<string, Companion[]> {
  const groups = new Map<string, Companion[]>();
  for (const one of companions) groups.set(one.registrationId, [...(groups.get(one.registrationId) ?? []), one]);
  return groups;
}
