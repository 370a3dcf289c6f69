import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { ExportFormat } from '@openday/shared/exports';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { sheetColumn, sheetOf } from '../reports/sheet.rules';
import { type Cell, safeCell, type Table } from './table.rules';

export const FILE_TYPES: Record<ExportFormat | 'docx', string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Rows of a list that somebody prints: hucre's stream takes no `pageSetup`, and a longer one is a hundred pages. */
const PRINTED = 2_000;

/** The file, byte by byte as it is asked for: rows are read no faster than somebody takes them. */
export function fileOf(table: Table, format: ExportFormat): Readable {
  if (format === 'xlsx' && table.total <= PRINTED) return Readable.from(printed(table), { objectMode: false });
  const titles = table.columns.map(({ title }) => title);
  const stream =
    format === 'csv'
      ? // Excel takes a CSV for GBK unless its first bytes say otherwise.
        writeCsvStream(safeRows(table, titles), { bom: true, headers: false })
      : writeXlsxStream(safeRows(table, titles), {
          name: table.name,
          columns: table.columns.map(({ width }) => sheetColumn(width)),
          freezePane: { rows: 1 },
        });
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>);
}

/** A short list at once: what is written row by row knows no pages, and no head. */
async function* printed({ name, columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const lines: Cell[][] = [columns.map(({ title }) => title)];
  for await (const row of rows()) lines.push(row);
  const widths = columns.map(({ width }) => width);
  yield await writeXlsx({ sheets: [sheetOf(name, lines, widths)] });
}

async function* safeRows(table: Table, titles: string[]): AsyncGenerator<Cell[]> {
  yield titles;
  for await (const row of table.rows()) yield row.map(safeCell);
}

/** `活动场次_2026-11-21.xlsx`. */
export const fileName = (name: string, day: string, format: string): string => `${name}_${day}.${format}`;

/** A name of any letters, for browsers of any age. */
export const attachment = (name: string): string =>
  `attachment; filename="openday.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name)}`;
