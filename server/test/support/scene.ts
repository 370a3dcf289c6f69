import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config';
import { dataSourceOptions } from '../../src/database/data-source';
import { ledgerFaults } from '../../src/modules/registrations/ledger.queries';
import { Registration } from '../../src/modules/registrations/registration.entity';
import { ANSWER, type District, makeDistrict, serverEnv } from './district';
import type { Answer, Load } from './load';

/** A database with a session and residents, for servers that are going to be killed. */
export interface Scene extends District {
  env: Record<string, string>;
  /** Every resident asks for two seats of the first session, each with a key that stays theirs. */
  load(ports: number[], more?: Partial<Load>): Load;
  /** What the ledger and the journal of answers say against what is stored; none = all is as it was answered. */
  faults(journal: Answer[]): Promise<string[]>;
  /** One more to the same MariaDB. */
  connection(): Promise<Connection>;
  /** Seats of the first session that are taken. */
  taken(): Promise<number>;
  remove(): void;
}

/** `mariadb`: the server it is made on; null = the embedded database. */
export async function makeScene(mariadb: string | null, capacity: number, residents: number): Promise<Scene> {
  const dataDir = mkdtempSync(join(tmpdir(), 'openday-scene-'));
  const name = `scene_${Date.now()}`;
  if (mariadb) {
    const connection = await createConnection(mariadb);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await connection.end();
  }
  const env = serverEnv(dataDir, mariadb && `${mariadb}/${name}`);
  const district = await makeDistrict(env, { capacities: [capacity], residents });
  const [sessionId] = district.sessionIds;
  const look = async <T>(what: (source: DataSource) => Promise<T>): Promise<T> => {
    const source = await new DataSource(dataSourceOptions(loadConfig(env))).initialize();
    return what(source).finally(() => source.destroy());
  };
  return {
    ...district,
    env,
    load: (ports, more) => ({
      ports,
      conns: 64,
      requests: residents,
      paths: [`/api/sessions/${sessionId}/registrations`],
      body: JSON.stringify({ seats: 2, companions: [{ name: '王小丽' }], answers: [ANSWER] }),
      tokens: district.tokens,
      key: 'asked-for-once',
      ...more,
    }),
    faults: (journal) =>
      look(async (source) => {
        const stored = new Set((await source.manager.find(Registration, { select: { id: true } })).map(({ id }) => id));
        const lost = journal.flatMap(({ request, status, body }) => {
          const { id } = status === 201 ? (JSON.parse(body) as { id: string }) : { id: null };
          return id && !stored.has(id) ? [`request ${request} was answered ${id}, which is not stored`] : [];
        });
        return [...lost, ...(await ledgerFaults(source.manager))];
      }),
    connection: () => createConnection(env.DATABASE_URL ?? ''),
    taken: () =>
      look(async ({ manager }) => {
        const [row] = (await manager.query('SELECT taken FROM quotas')) as [{ taken: number }];
        return row.taken;
      }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** 201 to one and the same person is one and the same registration, however often they asked. */
export function changedAnswers(journal: Answer[]): string[] {
  const first = new Map<number, string>();
  return journal.flatMap(({ request, status, body }) => {
    if (status !== 201) return [];
    const { id } = JSON.parse(body) as { id: string };
    const before = first.get(request) ?? id;
    first.set(request, before);
    return before === id ? [] : [`request ${request} was answered ${before}, then ${id}`];
  });
}
