import { dayOf } from '@openday/shared/dates';
import type { ExportJob as Wire } from '@openday/shared/exports';
import type { ExportJob } from './export-job.entity';
import { fileName } from './table-file.presenter';
import { KIND_NAMES } from './words.rules';

/** A file is kept for a day. */
export const KEPT_MS = 86_400_000;

export const jobFileName = ({ kind, format, createdAt }: ExportJob): string =>
  fileName(KIND_NAMES[kind], dayOf(createdAt.getTime()), format);

export const presentExportJob = (job: ExportJob): Wire => ({
  id: job.id,
  kind: job.kind,
  format: job.format,
  name: jobFileName(job),
  state: job.state,
  done: job.done,
  total: job.total,
  bytes: job.bytes,
  createdAt: job.createdAt.toISOString(),
  goneAt: new Date(job.createdAt.getTime() + KEPT_MS).toISOString(),
});
