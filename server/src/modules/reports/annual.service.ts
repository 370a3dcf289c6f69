import { Injectable, StreamableFile } from '@nestjs/common';
import type { AnnualEvidencePage, AnnualFigureKind, AnnualReport } from '@openday/shared/annual';
import { dayOf } from '@openday/shared/dates';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { decodeCursor, toPage } from '../../http/cursor';
import { AuditWriter } from '../audit/audit.writer';
import { Organizer } from '../organizers/organizer.entity';
import { Programme } from '../programmes/programme.entity';
import type { AnnualEvidenceQueryDto, AnnualQueryDto } from './annual.dto';
import { AnnualReader } from './annual.reader';
import { evidenceOf } from './annual-evidence.rules';
import { figuresOf } from './annual-figures.rules';
import { paragraphOf } from './annual-paragraph.rules';
import { presentAnnualXlsx } from './annual-xlsx.presenter';
import { cameBySource, heldOf, monthsOf, type Year } from './annual-year.rules';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The year's report of the caller's units, or of one programme: figures, their evidence, and both as files. */
@Injectable()
export class AnnualService {
  constructor(
    private readonly database: Database,
    private readonly reader: AnnualReader,
    private readonly audit: AuditWriter,
  ) {}

  async report(caller: Caller, query: AnnualQueryDto): Promise<AnnualReport> {
    const now = await this.database.now();
    return this.made(caller, query, await this.reader.year(caller, query.year, query.programme), now);
  }

  /** Throws BAD_CURSOR where the row it stands for is no longer among the evidence. */
  async evidence(caller: Caller, query: AnnualEvidenceQueryDto): Promise<AnnualEvidencePage> {
    const limit = query.limit ?? 20;
    const now = await this.database.now();
    const rows = evidenceOf(await this.reader.year(caller, query.year, query.programme), query.figure, now);
    const after = decodeCursor(query.cursor, 'id');
    const last = after ? rows.findIndex(({ id }) => id === after[0]) : -1;
    if (after && last < 0) throw new AppError('BAD_CURSOR');
    return toPage(
      rows.slice(last + 1, last + 2 + limit),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** As a file for Word or Excel; that it was fetched is audited. */
  async file(caller: Caller, query: AnnualQueryDto, format: 'docx' | 'xlsx'): Promise<StreamableFile> {
    const now = await this.database.now();
    const year = await this.reader.year(caller, query.year, query.programme);
    const report = await this.made(caller, query, year, now);
    const behind = (figure: AnnualFigureKind) => evidenceOf(year, figure, now);
    // Half a second to load, for a file made a few times a year.
    const { presentAnnualDocx }: typeof import('./annual-docx.presenter') = require('./annual-docx.presenter');
    const bytes = await (format === 'docx'
      ? presentAnnualDocx(report, behind('participants'))
      : presentAnnualXlsx(report, behind));
    await this.database.write((manager) =>
      this.audit.append(manager, {
        accountId: caller.id,
        act: `annual.${format}`,
        target: ['organizer', report.unit.id],
      }),
    );
    const name = `${query.year}年政府开放日报告.${format}`;
    return new StreamableFile(bytes, {
      type: TYPES[format],
      disposition: `attachment; filename="annual-${query.year}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: bytes.length,
    });
  }

  private async made(caller: Caller, query: AnnualQueryDto, year: Year, now: Date): Promise<AnnualReport> {
    const manager = this.database.read;
    const unit = await manager.findOneBy(Organizer, { id: caller.organizerId ?? '' });
    if (!unit) throw new AppError('NOT_FOUND');
    const programme = query.programme ? await this.programme(caller, query.programme) : null;
    const held = heldOf(year, now);
    const figures = figuresOf(year, now);
    return {
      asOf: now.toISOString(),
      year: query.year,
      unit: { id: unit.id, name: unit.name },
      programme: programme && { id: programme.id, title: programme.title },
      figures,
      came: cameBySource(held),
      months: monthsOf(held),
      before: query.programme ? null : await this.before(caller, query.year - 1, now),
      paragraph: paragraphOf(figures, { year: query.year, unit: unit.name, whole: unit.parentId === null }),
      years: await this.years(caller, now),
    };
  }

  /** Of the caller's own subtree, or of a unit above it: a programme is its owner's and everybody's below. */
  private async programme(caller: Caller, id: string): Promise<Programme> {
    const found = await this.database.read.findOneBy(Programme, { id });
    const owner = found && (await this.database.read.findOneBy(Organizer, { id: found.organizerId }));
    const path = caller.path ?? '!';
    if (!found || !owner || !(owner.path.startsWith(path) || path.startsWith(owner.path)))
      throw new AppError('NOT_FOUND');
    return found;
  }

  private async before(caller: Caller, number: number, now: Date): Promise<AnnualReport['before']> {
    const year = await this.reader.year(caller, number, undefined);
    if (!year.sessions.length) return null;
    return {
      year: number,
      figures: figuresOf(year, now).map(({ kind, value, of, wording }) => ({ kind, value, of, wording })),
    };
  }

  private async years(caller: Caller, now: Date): Promise<number[]> {
    const numberOf = (at: Date) => Number(dayOf(at.getTime()).slice(0, 4));
    const known = await this.reader.years(caller);
    const last = Math.max(numberOf(now), known ? numberOf(known.last) : 0);
    const first = known ? Math.min(numberOf(known.first), numberOf(now)) : numberOf(now);
    return Array.from({ length: last - first + 1 }, (_, n) => last - n);
  }
}
