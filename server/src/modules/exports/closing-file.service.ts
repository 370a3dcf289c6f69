import { Injectable, StreamableFile } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { AuditWriter } from '../audit/audit.writer';
import { ClosingService } from '../closing/closing.service';
import { Event } from '../events/event.entity';
import { Image } from '../images/image.entity';
import { ImagesService } from '../images/images.service';
import { Programme } from '../programmes/programme.entity';
import type { Photo } from './closing-docx.presenter';
import { closingPaper } from './closing-text.rules';
import { attachment, FILE_TYPES } from './table-file.presenter';

/** One session's 活动总结 for Word, published or not yet. */
@Injectable()
export class ClosingFileService {
  constructor(
    private readonly database: Database,
    private readonly closings: ClosingService,
    private readonly images: ImagesService,
    private readonly audit: AuditWriter,
  ) {}

  /** That it was fetched is audited. Throws as reading the report does. */
  async docx(caller: Caller, id: string): Promise<StreamableFile> {
    const manager = this.database.read;
    const closing = await this.closings.detail(caller, id);
    const { content, programmeId } = await manager.findOneByOrFail(Event, { id: closing.eventId });
    const programme = programmeId ? await manager.findOneBy(Programme, { id: programmeId }) : null;
    const paper = closingPaper(closing, { content, programme: programme?.title ?? null });
    const at = closing.publishedAt ?? (await this.database.now()).getTime();
    // Half a second to load, for a file made a few times a year.
    const { presentClosingDocx }: typeof import('./closing-docx.presenter') = require('./closing-docx.presenter');
    const bytes = await presentClosingDocx(paper, closing.organizer.name, dayOf(at), await this.photos(closing.photos));
    await this.database.write((write) =>
      this.audit.append(write, { accountId: caller.id, act: 'export.closing', target: ['session', id] }),
    );
    const disposition = attachment(`${paper.title}.docx`);
    return new StreamableFile(bytes, { type: FILE_TYPES.docx, disposition, length: bytes.length });
  }

  /** Those that are still there, in their order. */
  private async photos(shas: string[]): Promise<Photo[]> {
    const rows = await this.database.read.findBy(Image, { sha: In(shas) });
    const stored = shas.flatMap((sha) => rows.find((row) => row.sha === sha) ?? []);
    return Promise.all(
      stored.map(async ({ sha, width, height }) => ({ width, height, bytes: await this.images.bytes(sha, 'large') })),
    );
  }
}
