import { inflateRawSync } from 'node:zlib';
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

/** The words of a .docx, without spaces between: document.xml, found in the zip by its directory. */
export function wordsOf(zip: Buffer): string {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, name, extra, note] = [20, 28, 30, 32].map((place, i) =>
      i ? zip.readUInt16LE(at + place) : zip.readUInt32LE(at + place),
    ) as [number, number, number, number];
    if (zip.toString('utf8', at + 46, at + 46 + name) === 'word/document.xml') {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(from, from + packed))
        .toString('utf8')
        .replace(/<[^>]+>|\s/g, '');
    }
    at += 46 + name + extra + note;
  }
  throw new Error('no document.xml');
}
