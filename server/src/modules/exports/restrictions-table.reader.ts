import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope } from '../organizers/scope.queries';
import { maskName } from '../privacy/masking.rules';
import { Restriction } from '../registrations/restriction.entity';
import type { RestrictionRow } from '../registrations/restriction.presenter';
import { RestrictionReader } from '../registrations/restriction.reader';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords } from './words.rules';

const PIECE = 200;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '手机', width: 14 },
  { title: '计划', width: 28 },
  { title: '几场没来', width: 9 },
  { title: '哪几场', width: 48 },
  { title: '从', width: 18 },
  { title: '到', width: 18 },
  { title: '状态', width: 10 },
  { title: '为什么解除', width: 28 },
];

/** Whom the no-show rules of the caller's programmes held back, oldest first; masked as on their page. */
@Injectable()
export class RestrictionsTableReader {
  constructor(
    private readonly database: Database,
    private readonly reader: RestrictionReader,
  ) {}

  async table(caller: Caller): Promise<Table> {
    const now = await this.database.now();
    return {
      name: KIND_NAMES.restrictions,
      columns: COLUMNS,
      total: await this.found(caller).getCount(),
      rows: () => numbered(this.lines(caller, now)),
    };
  }

  private async *lines(caller: Caller, now: Date): AsyncGenerator<Cell[]> {
    const after = (last: string) =>
      this.found(caller).where('r.id > :last', { last }).orderBy('r.id').take(PIECE).getMany();
    for await (const piece of inPieces(PIECE, after))
      for (const row of await this.reader.rows(this.database.read, piece)) yield presentLine(row, now);
  }

  private found(caller: Caller) {
    return inScope(this.database.read.createQueryBuilder(Restriction, 'r'), 'r', caller);
  }
}

const presentLine = ({ restriction, programme, name, phoneLast4, missed }: RestrictionRow, now: Date): Cell[] => [
  maskName(name),
  phoneLast4 && `尾号 ${phoneLast4}`,
  programme?.title ?? null,
  restriction.missed.length,
  missed.map(({ theme, startsAt }) => `${momentWords(startsAt)} ${theme}`).join('；') || null,
  momentWords(restriction.from),
  momentWords(restriction.until),
  restriction.clearedAt ? '已解除' : restriction.until > now ? '受限制' : '已到期',
  restriction.clearReason,
];
