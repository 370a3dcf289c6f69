import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { Api } from './api';
import type { TestApp } from './app';

export interface Exported {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** A file as it arrives. */
export async function fetched(test: TestApp, who: Api, path: string): Promise<Exported> {
  const answer = await test.app.inject({
    method: 'GET',
    url: `/api${path}`,
    headers: { authorization: `Bearer ${who.token}` },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

/** The cells of a file's first sheet, its head first. */
export async function cellsOf({ bytes, headers }: Exported): Promise<unknown[][]> {
  if (String(headers['content-type']).includes('csv')) return parseCsv(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const { sheets } = await readXlsx(bytes);
  return sheets[0]!.rows;
}

/** The lines of a list's file, each by the titles of its columns: `members.csv?organizer=…`. */
export async function linesOf(test: TestApp, who: Api, file: string): Promise<Record<string, unknown>[]> {
  const [head = [], ...rows] = await cellsOf(await fetched(test, who, `/exports/${file}`));
  return rows.map((row) => Object.fromEntries(head.map((title, i) => [String(title), row[i] ?? null])));
}
