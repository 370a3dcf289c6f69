import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { encodeCursor } from '../../http/cursor';
import type { CardRow } from '../closing/closing.presenter';
import { closingCards, countEnded } from '../closing/closing.queries';
import type { Cell, Column, Table } from './table.rules';
import { COUNT_REASON_WORDS, KIND_NAMES, momentWords, PLAN_REASON_WORDS, SOURCE_WORDS, sheetTime } from './words.rules';

const PIECE = 200;

const COLUMNS: Column[] = [
  { title: '序号', width: 6 },
  { title: '活动时间', width: 30 },
  { title: '活动主题', width: 28 },
  { title: '承办单位', width: 22 },
  { title: '总结', width: 10 },
  { title: '公开时间', width: 18 },
  { title: '实际到场', width: 10 },
  { title: '怎么来的', width: 10 },
  { title: '计数和签到为什么不一样', width: 30 },
  { title: '和计划为什么不一样', width: 30 },
  { title: '政策解读次数', width: 12 },
  { title: '照片', width: 8 },
  { title: '公开的话', width: 60 },
];

/** What came of the sessions of the caller's units that are over, newest first. */
@Injectable()
export class ClosingsTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller): Promise<Table> {
    const now = await this.database.now();
    const total = await countEnded(this.database.read, caller, now);
    return { name: KIND_NAMES.closings, columns: COLUMNS, total, rows: () => this.rows(caller, now) };
  }

  private async *rows(caller: Caller, now: Date): AsyncGenerator<Cell[]> {
    let place = 0;
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const found = await closingCards(this.database.read, caller, { ...(cursor && { cursor }) }, now, PIECE);
      const piece = found.slice(0, PIECE);
      for (const card of piece) {
        place += 1;
        yield [place, ...presentLine(card)];
      }
      const last = found.length > PIECE ? piece.at(-1)?.session : undefined;
      cursor = last && encodeCursor([last.startsAt.toISOString(), last.id]);
    }
  }
}

function presentLine({ session, theme, organizer, report }: CardRow): Cell[] {
  const head = [sheetTime(session.startsAt, session.endsAt), theme, organizer.name];
  if (!report) return [...head, '没写', ...Array<Cell>(8).fill(null)];
  const said = (words: string[], note: string) => [...words, note].filter(Boolean).join('；') || null;
  return [
    ...head,
    report.state === 'published' ? '公开了' : '没写完',
    momentWords(report.publishedAt),
    report.actual,
    report.source && SOURCE_WORDS[report.source],
    said(
      report.countReasons.map((reason) => COUNT_REASON_WORDS[reason]),
      report.countNote,
    ),
    said(
      report.planReasons.map((reason) => PLAN_REASON_WORDS[reason]),
      report.planNote,
    ),
    report.explanations,
    report.photos.length,
    said([report.told ?? ''], report.publicLine),
  ];
}
