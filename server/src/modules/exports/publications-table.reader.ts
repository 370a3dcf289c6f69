import { Injectable } from '@nestjs/common';
import type { HeldPublication, HeldWhy } from '@openday/shared/publications';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { PublicationsService } from '../suggestions/publications.service';
import { heldSuggestions } from '../suggestions/suggestion.queries';
import { type Cell, type Column, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const PIECE = 100;

const WHY: Record<HeldWhy, string> = { review: '微信拿不准', risky: '微信说不合适', unchecked: '微信还没回话' };

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '单位', width: 24 },
  { title: '活动主题', width: 28 },
  { title: '为什么要看', width: 14 },
  { title: '什么时候要公开', width: 18 },
  { title: '居民的原话（不公开）', width: 48 },
  { title: '要公开的问题', width: 40 },
  { title: '要公开的答复', width: 48 },
];

/** What units want to be public and a second person looks at first, as that page has it; that it is read is audited. */
@Injectable()
export class PublicationsTableReader {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationsService,
  ) {}

  async table(caller: Caller): Promise<Table> {
    const total = await heldSuggestions(this.database.read, caller).getCount();
    return { name: KIND_NAMES.publications, columns: COLUMNS, total, rows: () => numbered(this.lines(caller)) };
  }

  private async *lines(caller: Caller): AsyncGenerator<Cell[]> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await this.publications.list(caller, { limit: PIECE, ...(cursor && { cursor }) });
      yield* page.items.map(presentLine);
      cursor = page.nextCursor;
    }
  }
}

const presentLine = ({ organizer, event, why, at, said, question, answer }: HeldPublication): Cell[] => [
  ...[organizer.name, event?.theme ?? null, WHY[why], momentWords(new Date(at))],
  ...[said.join('；'), question, answer],
];
