import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Role, Tokens } from '@openday/shared/auth';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { createApp } from '../../src/app';
import { type Config, loadConfig } from '../../src/config';
import { Database } from '../../src/database/database';
import { WORKER_LEASE } from '../../src/database/ids';
import { migrate } from '../../src/database/migrate';
import { Api } from './api';
import { UNHURRIED } from './district';

declare const TEST_DB: 'embedded' | 'mariadb';

/** A running server on a database of its own, of the kind the jest project names. */
export interface TestApp {
  app: NestFastifyApplication;
  config: Config;
  /** How many jobs the server had begun to run by the clock; tests run them themselves. */
  jobs: number;
  database: Database;
  /** Calls as nobody. */
  anonymous: Api;
  /** Calls as a demo account; the same role and name is the same account. */
  as(role: Role, name?: string): Promise<Api>;
  /** One more server on the same database; MariaDB only. */
  replica(): Promise<TestApp>;
  /** The server ended and another begun on its database, with other settings. */
  restart(env: Record<string, string>): Promise<TestApp>;
  stop(): Promise<void>;
}

export const onMariadb = TEST_DB === 'mariadb';

export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'openday-test-'));
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const server = process.env.TEST_MARIADB_URL ?? '';
  if (onMariadb) await copyTemplate(server, name);
  const settings = {
    DEMO: '1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ...UNHURRIED,
    JWT_SECRET: randomBytes(48).toString('base64'),
    FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    ...(onMariadb && { DATABASE_URL: `${server}/${name}` }),
    ...env,
  };
  const config = loadConfig(settings);
  if (!onMariadb) await copyMigrated(config);
  // Fault tests start a database of their own, which has no template.
  else if (!process.env.TEST_MARIADB_TEMPLATE) await migrate(config);
  const first = await serve(config);
  const running = [first];
  return {
    ...first,
    replica: async () => {
      const next = await serve(config);
      running.unshift(next);
      return next;
    },
    restart: async (changed) => {
      for (const one of running.splice(0)) await one.app.close();
      running.push(await serve(loadConfig({ ...settings, ...changed })));
      return running[0]!;
    },
    stop: async () => {
      for (const one of running) await one.app.close();
      if (onMariadb) await sql(server, `DROP DATABASE ${name}`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function serve(config: Config): Promise<TestApp> {
  const app = await createApp(config);
  const instance = app.getHttpAdapter().getInstance();
  await instance.ready();
  const jobs = stopTheClock(app.get(SchedulerRegistry));
  const anonymous = new Api(app, null);
  const never = () => Promise.reject(new Error('only the first server starts others'));
  return {
    app,
    config,
    jobs,
    database: app.get(Database),
    anonymous,
    as: async (role, name) => {
      const signedIn = await anonymous.post<Tokens>('/auth/demo', { role, ...(name && { name }) });
      if (signedIn.status !== 200) throw new Error(`demo sign-in failed: ${JSON.stringify(signedIn.body)}`);
      return new Api(app, signedIn.body.accessToken);
    },
    replica: never,
    restart: never,
    stop: () => app.close(),
  };
}

/** What runs by the clock is run by the test that is about it: at a minute of its own it would be between a test's two lines. */
function stopTheClock(schedule: SchedulerRegistry): number {
  const [intervals, crons] = [schedule.getIntervals(), [...schedule.getCronJobs().keys()]];
  for (const name of intervals) if (name !== WORKER_LEASE) schedule.deleteInterval(name);
  for (const name of crons) schedule.deleteCronJob(name);
  return intervals.length + crons.length;
}

async function sql(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(statement);
  await connection.end();
}

/** Files by name: the database and what it keeps beside it. */
let migrated: Promise<Map<string, Buffer>> | null = null;

/** The embedded one is migrated once a file of specs; each server starts from its copy. */
async function copyMigrated(config: Config): Promise<void> {
  migrated ??= (async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'openday-test-'));
    await migrate({ ...config, dataDir });
    const files = new Map(readdirSync(dataDir).map((name) => [name, readFileSync(join(dataDir, name))]));
    rmSync(dataDir, { recursive: true });
    return files;
  })();
  for (const [name, content] of await migrated) writeFileSync(join(config.dataDir, name), content);
}

/** A database as the migrations leave it, its own rows (of what was migrated) included. */
async function copyTemplate(server: string, name: string): Promise<void> {
  const template = process.env.TEST_MARIADB_TEMPLATE ?? '';
  const connection = await createConnection({ uri: server, multipleStatements: true });
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  if (!template) return connection.end();
  const [tables] = await connection.query<RowDataPacket[]>(`SHOW TABLES FROM ${template}`);
  const names = tables.flatMap((row) => Object.values(row) as string[]);
  const copies = names.map(
    (table) =>
      `CREATE TABLE ${name}.\`${table}\` LIKE ${template}.\`${table}\`; INSERT INTO ${name}.\`${table}\` SELECT * FROM ${template}.\`${table}\``,
  );
  await connection.query(copies.join(';'));
  await connection.end();
}
