import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RawCell } from '@openday/shared/plans';
import { AppError } from '../../http/app-error';
import { readArchive } from './plan-archive.reader';
import type { Grid } from './plan-sheet.rules';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 60;
const MOST_MILLISECONDS = 10_000;
const MOST_MEGABYTES = 192;

/** What the worker is given, and what it sends back: one text per cell, by row number of the sheet from 0. */
interface Task {
  library: string;
  bytes: Uint8Array;
  sheets: string[];
  mostRows: number;
  mostColumns: number;
}
interface Found {
  name: string;
  rows: { index: number; cells: string[] }[];
}
type Answer = { sheets: Found[] } | { tooLarge: true } | { bad: string };

/**
 * An .xlsx → one grid per visible sheet, merged cells filled, where = `工作表名 B7`.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE, EMPTY_FILE
 */
export async function readXlsx(bytes: Buffer): Promise<Grid[]> {
  const parts = readArchive(bytes);
  const sheets = sheetsOf(parts);
  if (sheets.length === 0) throw new AppError('BAD_FILE');
  const answer = await inWorker({
    library: createRequire(__filename).resolve('hucre/xlsx'),
    bytes,
    sheets: sheets.map(({ name }) => name),
    mostRows: MOST_ROWS,
    mostColumns: MOST_COLUMNS,
  });
  if ('tooLarge' in answer) throw new AppError('FILE_TOO_LARGE');
  if ('bad' in answer) throw new AppError('BAD_FILE');
  const grids = answer.sheets.map((found, i) => gridOf(found, mergesOf(parts.get(sheets[i]!.path))));
  if (grids.every(({ rows }) => rows.length === 0)) throw new AppError('EMPTY_FILE');
  return grids;
}

/** The visible sheets with the part each is kept in. */
function sheetsOf(parts: Map<string, Buffer>): { name: string; path: string }[] {
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
  const links = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, 'id'));
    if (!target || /hidden/i.test(attribute(tag, 'state'))) return [];
    return [{ name: attribute(tag, 'name'), path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }];
  });
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** hucre's stream does not tell merged cells: their list stands behind the rows. */
function mergesOf(part: Buffer | undefined): Merge[] {
  const xml = part?.subarray(Math.max(0, part.lastIndexOf('</sheetData>'))).toString('utf8') ?? '';
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)]
    .slice(0, 20_000)
    .map(([, a, b, c, d]) => ({
      left: columnNumber(a!),
      top: Number(b) - 1,
      right: columnNumber(c!),
      bottom: Number(d) - 1,
    }));
}

function columnNumber(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Cells with their places; a merged cell's text stands in each row and column it covers, with its own place. */
function gridOf({ name, rows }: Found, merges: readonly Merge[]): Grid {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const byIndex = new Map(rows.map(({ index, cells }) => [index, cells]));
  const covers = new Map<string, RawCell>();
  for (const { top, left, bottom, right } of merges) {
    const text = byIndex.get(top)?.[left] ?? '';
    if (!text) continue;
    for (let row = top; row <= Math.min(bottom, top + MOST_ROWS); row += 1) {
      for (let column = left; column <= Math.min(right, MOST_COLUMNS); column += 1) {
        if (byIndex.has(row)) covers.set(`${row}:${column}`, { text, where: `${name} ${columnName(left)}${top + 1}` });
      }
    }
  }
  const grid = rows.map(({ index, cells }) =>
    Array.from({ length: width }, (_, column): RawCell => {
      const own = cells[column] ?? '';
      const cover = own ? undefined : covers.get(`${index}:${column}`);
      return cover ?? { text: own, where: `${name} ${columnName(column)}${index + 1}` };
    }),
  );
  // A named sheet may be the only title there is.
  return { rows: grid, preface: /[\u4e00-\u9fff]{2}/.test(name) ? [name] : [], closing: [] };
}

/** Untrusted XML is read where it can be ended: by time, by memory. */
function inWorker(task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(`(${readSheets.toString()})(require)`, {
      eval: true,
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const timer = setTimeout(() => finish({ tooLarge: true }), MOST_MILLISECONDS);
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      worker.terminate().then(() => resolve(answer), reject);
    };
    worker.once('message', (answer: Answer) => finish(answer));
    worker.once('error', (error: Error & { code?: string }) =>
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { tooLarge: true } : { bad: error.message }),
    );
  });
}

/** Runs in the worker from its own text, so that TypeScript under jest and the built file behave the same: no outside names. */
async function readSheets(need: NodeJS.Require): Promise<void> {
  const { parentPort, workerData } = need('node:worker_threads') as typeof import('node:worker_threads');
  const task = workerData as {
    library: string;
    bytes: Uint8Array;
    sheets: string[];
    mostRows: number;
    mostColumns: number;
  };
  const textOf = (value: unknown): string => {
    if (value instanceof Date) {
      const [day, time] = value.toISOString().split('T') as [string, string];
      return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
    }
    return value === null || value === undefined ? '' : String(value).trim();
  };
  try {
    const { streamXlsxRows } = need(task.library) as typeof import('hucre/xlsx');
    const sheets: { name: string; rows: { index: number; cells: string[] }[] }[] = [];
    let count = 0;
    for (const name of task.sheets) {
      const rows: { index: number; cells: string[] }[] = [];
      for await (const row of streamXlsxRows(task.bytes, { sheet: name, maxRows: 20_000 })) {
        const cells = row.values.slice(0, task.mostColumns).map(textOf);
        if (cells.every((cell) => cell === '')) continue;
        count += 1;
        if (count > task.mostRows) {
          parentPort?.postMessage({ tooLarge: true });
          return;
        }
        rows.push({ index: row.index, cells });
      }
      sheets.push({ name, rows });
    }
    parentPort?.postMessage({ sheets });
  } catch (error) {
    parentPort?.postMessage({ bad: error instanceof Error ? error.message : 'unreadable' });
  }
}
