import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { PhoneCall } from '@openday/shared/messages';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { CallsService } from '../messages/calls.service';
import { Vault } from '../privacy/vault.service';
import { Registration } from '../registrations/registration.entity';
import { type Cell, type Column, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const PIECE = 100;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '手机', width: 14 },
  { title: '人数', width: 6 },
  { title: '活动时间', width: 18 },
  { title: '活动主题', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '什么事', width: 20 },
  { title: '说什么', width: 60 },
  { title: '消息', width: 22 },
  { title: '打过的时间', width: 18 },
];

/** 电话名单: whom nothing reached, soonest session first, still to be rung or ticked off. */
@Injectable()
export class CallsTableReader {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly calls: CallsService,
  ) {}

  /** Masked unless `reveal`. */
  async table(caller: Caller, { done = false, reveal = false }: NewExport): Promise<Table> {
    return {
      name: KIND_NAMES.calls,
      columns: COLUMNS,
      total: await this.calls.count(caller, done),
      rows: () => numbered(this.lines(caller, done, reveal)),
    };
  }

  private async *lines(caller: Caller, done: boolean, reveal: boolean): AsyncGenerator<Cell[]> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await this.calls.list(caller, { done, limit: PIECE, ...(cursor && { cursor }) });
      const whole = reveal ? await this.whole(page.items) : new Map<string, { name: string; phone: string | null }>();
      for (const call of page.items) yield presentLine(call, whole.get(call.id));
      cursor = page.nextCursor;
    }
  }

  private async whole(calls: PhoneCall[]): Promise<Map<string, { name: string; phone: string | null }>> {
    const rows = await this.database.read.findBy(Registration, { id: In(calls.map(({ id }) => id)) });
    return new Map(
      rows.map(({ id, name, phone }) => [id, { name: this.vault.open(name), phone: phone && this.vault.open(phone) }]),
    );
  }
}

function presentLine(call: PhoneCall, whole: { name: string; phone: string | null } | undefined): Cell[] {
  const { name, phoneLast4, seats, session, title, text, why, doneAt } = call;
  return [
    whole?.name ?? name,
    whole?.phone ?? (phoneLast4 ? `尾号 ${phoneLast4}` : '没留电话'),
    seats,
    momentWords(new Date(session.startsAt)),
    ...[session.theme, session.organizer, title, text],
    why === 'unknown' ? '发过，不知道收到没有' : '没送到',
    doneAt && momentWords(new Date(doneAt)),
  ];
}
