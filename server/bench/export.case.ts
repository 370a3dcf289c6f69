import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Tokens } from '@openday/shared/auth';
import type { AskedExport, ExportJob } from '@openday/shared/exports';
import { makeDistrict, serverEnv } from '../test/support/district';
import { newDatabase, newDataDir } from './district-of-its-own';
import { type ServerProcess, startServer } from './processes';

const PORT = 39_461;
const ROWS = 100_000;
const MB = 1024 * 1024;

/**
 * One session's list of 100,000 as a file: how much more memory the server ever held than after a short file of the same
 * format, streamed at once and made in the background. At most 150 MB more is the figure to reach.
 */
export async function benchExport(db: 'embedded' | 'mariadb', mariadb: string | null): Promise<void> {
  const dataDir = newDataDir();
  const env = { ...serverEnv(dataDir, mariadb && (await newDatabase(mariadb))), DEMO: '1' };
  const { sessionIds } = await makeDistrict(env, { capacities: [10, ROWS], residents: 1, older: ROWS });
  const [few, many] = sessionIds as [string, string];
  // A server each, because the most memory a process ever held never goes down again.
  for (const format of ['csv', 'xlsx'] as const)
    for (const way of ['stream', 'job'] as const) {
      const server = await startServer(env, PORT);
      const desk = await signedIn(server);
      await fetched(desk, `/exports/registrants.${format}?session=${few}&reveal=true`);
      const before = (await server.used()).peakMb;
      const began = performance.now();
      const bytes =
        way === 'stream'
          ? await fetched(desk, `/exports/registrants.${format}?session=${many}&reveal=true`)
          : await made(desk, { kind: 'registrants', format, session: many, reveal: true });
      const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
      const moreMb = (await server.used()).peakMb - before;
      console.info(
        JSON.stringify({
          case: `export.${way}`,
          db,
          format,
          rows: ROWS,
          fileMb: Number((bytes / MB).toFixed(1)),
          seconds,
          beforeMb: before,
          moreMb,
        }),
      );
      await server.stop();
    }
  rmSync(dataDir, { recursive: true });
}

interface Desk {
  url: string;
  headers: Record<string, string>;
}

async function signedIn({ port }: ServerProcess): Promise<Desk> {
  const url = `http://127.0.0.1:${port}/api`;
  const reply = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'district' }),
  });
  const { accessToken } = (await reply.json()) as Tokens;
  return { url, headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' } };
}

/** Its length; the bytes are let go as they come. */
async function fetched({ url, headers }: Desk, path: string): Promise<number> {
  const reply = await fetch(url + path, { headers });
  if (!reply.ok || !reply.body) throw new Error(`${path}: ${reply.status}`);
  let bytes = 0;
  for await (const chunk of reply.body) bytes += (chunk as Uint8Array).length;
  return bytes;
}

async function made(desk: Desk, asked: object): Promise<number> {
  const { url, headers } = desk;
  const reply = await fetch(`${url}/exports`, { method: 'POST', headers, body: JSON.stringify(asked) });
  const { job } = (await reply.json()) as AskedExport;
  if (!job) throw new Error('so long a list has no job');
  for (;;) {
    const { state } = (await (await fetch(`${url}/exports/${job.id}`, { headers })).json()) as ExportJob;
    if (state === 'failed') throw new Error('the export failed');
    if (state === 'done') return fetched(desk, `/exports/${job.id}/file`);
    await wait(200);
  }
}
