import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import type { AskedExport, NewExport, ExportJob as Wire } from '@openday/shared/exports';
import { In } from 'typeorm';
import { databaseNow } from '../../database/clock';
import { Database } from '../../database/database';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { AuditWriter } from '../audit/audit.writer';
import { ExportJob } from './export-job.entity';
import { jobFileName, presentExportJob } from './export-job.presenter';
import { ExportJobWriter } from './export-job.writer';
import { ExportsJob } from './exports.job';
import { attachment, FILE_TYPES, fileName, fileOf } from './table-file.presenter';
import { TablesReader } from './tables.reader';

/** Shorter lists are fetched while one waits. */
const SHORT = 5_000;
/** Files an account may have in the making. */
const MOST_AT_ONCE = 5;

/** Files of the desk's lists: at once, or made in the background and fetched later. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly audit: AuditWriter,
    private readonly tables: TablesReader,
    private readonly jobs: ExportJobWriter,
    private readonly job: ExportsJob,
  ) {}

  /** The file, row by row as it is fetched; that it was is audited first. */
  async file(caller: Caller, asked: NewExport): Promise<StreamableFile> {
    const table = await this.tables.table(caller, asked);
    const now = await this.database.write(async (manager) => {
      await this.audit.append(manager, { accountId: caller.id, ...actOf(caller, asked) });
      return databaseNow(manager);
    });
    const name = fileName(table.name, dayOf(now.getTime()), asked.format);
    return new StreamableFile(fileOf(table, asked.format), {
      type: FILE_TYPES[asked.format],
      disposition: attachment(name),
    });
  }

  /** A long list becomes a job; a short one is only counted. Throws TOO_MANY. */
  async ask(caller: Caller, asked: NewExport): Promise<AskedExport> {
    const { total } = await this.tables.table(caller, asked);
    if (total <= SHORT) return { rows: total, job: null };
    const made = await this.database.write(async (manager) => {
      const going = { accountId: caller.id, state: In(['waiting', 'running']) };
      if ((await manager.countBy(ExportJob, going)) >= MOST_AT_ONCE) throw new AppError('TOO_MANY');
      const job = manager.create(ExportJob, {
        id: this.ids.next(),
        accountId: caller.id,
        organizerId: caller.organizerId!,
        kind: asked.kind,
        format: asked.format,
        asked,
        state: 'waiting',
        done: 0,
        total,
        bytes: null,
        fence: 0,
        leaseUntil: null,
        createdAt: await databaseNow(manager),
      });
      await manager.insert(ExportJob, job);
      await this.audit.append(manager, { accountId: caller.id, ...actOf(caller, asked) });
      return job;
    });
    void this.job.look();
    return { rows: total, job: presentExportJob(made) };
  }

  async list(caller: Caller): Promise<{ items: Wire[] }> {
    const mine = { accountId: caller.id, organizerId: caller.organizerId ?? '' };
    const jobs = await this.database.read.find(ExportJob, { where: mine, order: { id: 'DESC' }, take: 50 });
    return { items: jobs.map(presentExportJob) };
  }

  async one(caller: Caller, id: string): Promise<Wire> {
    return presentExportJob(await this.own(caller, id));
  }

  /** Throws EXPORT_NOT_READY. That it was fetched is audited first. */
  async download(caller: Caller, id: string): Promise<StreamableFile> {
    const job = await this.own(caller, id);
    if (job.state !== 'done') throw new AppError('EXPORT_NOT_READY');
    await this.database.write((manager) =>
      this.audit.append(manager, { accountId: caller.id, act: 'export.download', target: ['export', id] }),
    );
    return new StreamableFile(Readable.from(this.jobs.file(job), { objectMode: false }), {
      type: FILE_TYPES[job.format],
      disposition: attachment(jobFileName(job)),
      length: job.bytes ?? undefined,
    });
  }

  /** Its asker's, while of the same unit; anybody else's is not found. */
  private async own(caller: Caller, id: string): Promise<ExportJob> {
    const job = await this.database.read.findOneBy(ExportJob, { id, accountId: caller.id });
    if (!job || job.organizerId !== caller.organizerId) throw new AppError('NOT_FOUND');
    return job;
  }
}

function actOf(caller: Caller, asked: NewExport): { act: string; target: [string, string] } {
  const { kind, session, event, plan, reveal } = asked;
  const act = `export.${kind}${reveal ? '.revealed' : ''}`;
  if (session) return { act, target: ['session', session] };
  if (event) return { act, target: ['event', event] };
  if (plan) return { act, target: ['planImport', plan] };
  return { act, target: ['organizer', caller.organizerId ?? ''] };
}
