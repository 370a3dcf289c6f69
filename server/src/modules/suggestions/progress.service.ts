import { Injectable } from '@nestjs/common';
import type { ProgressFigures, ProgressQuery } from '@openday/shared/collected';
import type { PublicAnswer } from '@openday/shared/suggestions';
import type { Page } from '@openday/shared/wire';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import { decodeCursor, toPage } from '../../http/cursor';
import { Programme } from '../programmes/programme.entity';
import { type Alike, voices } from './progress.rules';
import { Suggestion } from './suggestion.entity';
import { presentPublicAnswer } from './suggestion.presenter';
import { SuggestionReader } from './suggestion.reader';

type Counted = Omit<Alike, 'n'> & { programmeId: string | null } & Record<
    'n' | 'answered' | 'declared',
    number | string
  >;

/** How suggestions stand, for everybody: counts by programme, and what units published. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly reader: SuggestionReader,
  ) {}

  /** The latest programme first, what is of none last. */
  async figures(): Promise<{ items: ProgressFigures[] }> {
    const manager = this.database.read;
    const rows = await manager
      .createQueryBuilder(Suggestion, 'g')
      .select('g.programmeId', 'programmeId')
      .addSelect('g.source', 'source')
      .addSelect('g.verdict', 'verdict')
      .addSelect('g.verdictBy', 'verdictBy')
      .addSelect('COUNT(*)', 'n')
      .addSelect('SUM(CASE WHEN g.answeredAt IS NULL THEN 0 ELSE 1 END)', 'answered')
      .addSelect('SUM(CASE WHEN g.declaredAt IS NULL THEN 0 ELSE 1 END)', 'declared')
      .groupBy('g.programmeId')
      .addGroupBy('g.source')
      .addGroupBy('g.verdict')
      .addGroupBy('g.verdictBy')
      .getRawMany<Counted>();
    const ids = [...new Set(rows.map(({ programmeId }) => programmeId))];
    const programmes = await manager.find(Programme, {
      where: { id: In(ids.flatMap((id) => id ?? [])) },
      order: { year: 'DESC', id: 'DESC' },
    });
    const known = new Set(programmes.map(({ id }) => id));
    const of = (programme: Programme | null): ProgressFigures => {
      const own = rows.filter(({ programmeId }) =>
        programme ? programmeId === programme.id : !known.has(programmeId ?? ''),
      );
      return figuresOf(programme, own);
    };
    const rest = of(null);
    return { items: [...programmes.map(of), ...(rest.received > 0 ? [rest] : [])] };
  }

  /** Published answers, the latest first. */
  async answers(query: ProgressQuery): Promise<Page<PublicAnswer>> {
    const limit = query.limit ?? 20;
    const found = this.database.read.createQueryBuilder(Suggestion, 'g').where('g.publishedAt IS NOT NULL');
    if (query.programme) found.andWhere('g.programmeId = :programme', { programme: query.programme });
    const after = decodeCursor(query.cursor, 'instant', 'id');
    if (after)
      found.andWhere('(g.publishedAt < :at OR (g.publishedAt = :at AND g.id < :id))', {
        at: new Date(String(after[0])),
        id: after[1],
      });
    found.orderBy('g.publishedAt', 'DESC').addOrderBy('g.id', 'DESC');
    const rows = await this.reader.rows(this.database.read, await found.take(limit + 1).getMany());
    const open = rows.flatMap(({ suggestion, organizer }) => {
      const answer = presentPublicAnswer(suggestion, organizer.name);
      return answer ? [{ suggestion, answer }] : [];
    });
    return toPage(
      open,
      limit,
      ({ answer, suggestion }) => [answer.answeredAt, suggestion.id],
      ({ answer }) => answer,
    );
  }
}

function figuresOf(programme: Programme | null, rows: Counted[]): ProgressFigures {
  const sum = (figure: 'n' | 'answered' | 'declared') => rows.reduce((total, row) => total + Number(row[figure]), 0);
  const { sources, said } = voices(rows.map((row) => ({ ...row, n: Number(row.n) })));
  const { solved: confirmed, partly, unsolved } = said.resident;
  return {
    programme: programme && { id: programme.id, title: programme.title, year: programme.year },
    received: sum('n'),
    sources,
    answered: sum('answered'),
    declared: sum('declared'),
    ...{ confirmed, partly, unsolved },
    phone: said.phone,
  };
}
