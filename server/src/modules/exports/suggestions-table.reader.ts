import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { inScope } from '../organizers/scope.queries';
import { Suggestion } from '../suggestions/suggestion.entity';
import type { SuggestionRow } from '../suggestions/suggestion.presenter';
import { SuggestionReader } from '../suggestions/suggestion.reader';
import { statesOf } from '../suggestions/suggestion.rules';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { KIND_NAMES, momentWords, SUGGESTION_KIND_WORDS, SUGGESTION_STATE_WORDS, VERDICT_WORDS } from './words.rules';

const PIECE = 500;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '提出时间', width: 18 },
  { title: '类别', width: 10 },
  { title: '内容', width: 60 },
  { title: '关于哪个活动', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '进度', width: 12 },
  { title: '应答复', width: 18 },
  { title: '答复时间', width: 18 },
  { title: '单位说办结', width: 18 },
  { title: '居民评价', width: 14 },
  { title: '退回次数', width: 9 },
];

/** What residents said to the caller's units, oldest first; who said it is not in it. */
@Injectable()
export class SuggestionsTableReader {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
  ) {}

  async table(caller: Caller, asked: NewExport): Promise<Table> {
    return {
      name: KIND_NAMES.suggestions,
      columns: COLUMNS,
      total: await this.found(caller, asked).getCount(),
      rows: () => numbered(this.lines(caller, asked)),
    };
  }

  private async *lines(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    const after = (last: string) =>
      this.found(caller, asked).andWhere('g.id > :last', { last }).orderBy('g.id').take(PIECE).getMany();
    for await (const piece of inPieces(PIECE, after))
      yield* (await this.reader.rows(this.database.read, piece)).map(presentLine);
  }

  private found(caller: Caller, { stage, from, to }: NewExport) {
    const found = inScope(this.database.read.createQueryBuilder(Suggestion, 'g'), 'g', caller).where('1 = 1');
    if (stage) found.andWhere('g.state IN (:...states)', { states: statesOf(stage) });
    if (from) found.andWhere('g.createdAt >= :from', { from: new Date(from) });
    if (to) found.andWhere('g.createdAt < :to', { to: new Date(to) });
    return found;
  }
}

const presentLine = ({ suggestion, text, organizer, event }: SuggestionRow): Cell[] => [
  momentWords(suggestion.createdAt),
  SUGGESTION_KIND_WORDS[suggestion.kind],
  text,
  event?.theme ?? null,
  organizer.name,
  SUGGESTION_STATE_WORDS[suggestion.state],
  momentWords(suggestion.dueAt),
  momentWords(suggestion.answeredAt),
  momentWords(suggestion.declaredAt),
  suggestion.verdict && VERDICT_WORDS[suggestion.verdict],
  suggestion.sentBack || null,
];
