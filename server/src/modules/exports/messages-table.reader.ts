import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import type { Caller } from '../../http/access';
import { SessionMessagesService } from '../registrations/session-messages.service';
import { type Column, shortTable, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const COLUMNS: Column[] = [
  { title: '时间', width: 18 },
  { title: '说了什么', width: 60 },
  { title: '发给几人', width: 10 },
];

/** What a unit told those registered for one session, newest first. */
@Injectable()
export class MessagesTableReader {
  constructor(private readonly messages: SessionMessagesService) {}

  /** Throws NOT_FOUND for another unit's. */
  async table(caller: Caller, { session = '' }: NewExport): Promise<Table> {
    const { items } = await this.messages.list(caller, session);
    const lines = items.map(({ at, text, told }) => [momentWords(new Date(at)), text, told]);
    return shortTable(KIND_NAMES.messages, COLUMNS, lines);
  }
}
