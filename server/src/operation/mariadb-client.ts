import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** MariaDB's or MySQL's own commands on the database of `DATABASE_URL`; its password is in no list of processes. */

/** SQL of every row of one moment, while others go on writing; no table is locked. Throws what the command said. */
export async function* dump(databaseUrl: string): AsyncGenerator<Buffer> {
  const program = found('mariadb-dump', 'mysqldump');
  const options = ['--single-transaction', '--quick', '--skip-lock-tables', '--hex-blob', '--no-tablespaces'];
  // MySQL's own would write what only an administrator may read back.
  if (program.endsWith('mysqldump')) options.push('--set-gtid-purged=OFF');
  const { child, ended } = start(program, databaseUrl, options);
  try {
    yield* child.stdout as Readable;
    // The end of what it writes is no proof that all is there: how it ended is.
    await ended;
  } finally {
    child.kill();
  }
}

/** Runs SQL up to the first error, which it throws. */
export async function runSql(databaseUrl: string, sql: Readable): Promise<void> {
  const { child, ended } = start(found('mariadb', 'mysql'), databaseUrl, ['--binary-mode']);
  const [said, written] = await Promise.allSettled([ended, pipeline(sql, child.stdin!)]);
  // What the command said tells more than the pipe it closed.
  for (const one of [said, written]) if (one.status === 'rejected') throw one.reason;
}

function start(program: string, databaseUrl: string, options: string[]): { child: ChildProcess; ended: Promise<void> } {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const where = [`--host=${hostname}`, `--port=${port || 3306}`, `--user=${decodeURIComponent(username)}`];
  const args = ['--no-defaults', '--protocol=tcp', ...where, ...options, '--default-character-set=utf8mb4'];
  const child = spawn(program, [...args, pathname.slice(1)], {
    env: { ...process.env, MYSQL_PWD: decodeURIComponent(password) },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`${program}：${said.trim() || `以 ${code} 结束`}`);
  });
  return { child, ended };
}

function found(...names: string[]): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((one) => existsSync(one));
  if (!path) throw new Error(`这台机器上没有 ${names.join(' 或 ')}：apt-get install mariadb-client`);
  return path;
}
