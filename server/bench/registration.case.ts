import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { Database } from '../src/database/database';
import { Ids } from '../src/database/ids';
import { migrate } from '../src/database/migrate';
import { AccessTokens } from '../src/http/access-token';
import { Account } from '../src/modules/accounts/account.entity';
import { EventWriter } from '../src/modules/events/event.writer';
import { EventSession } from '../src/modules/events/session.entity';
import { Organizer } from '../src/modules/organizers/organizer.entity';
import { Vault } from '../src/modules/privacy/vault.service';
import { load, median } from './load';

export interface BenchOptions {
  db: 'embedded' | 'mariadb';
  databaseUrl: string | null;
  conns: number;
  requests: number;
}

const ROUNDS = 3;
const PORT = 39_411;

/** Registrations on one hot session, each by a resident of its own; ratio to the no-op route of the same run. */
export async function benchRegistration({ db, databaseUrl, conns, requests }: BenchOptions): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), 'openday-bench-'));
  const name = `bench_${Date.now()}`;
  if (databaseUrl) await (await createConnection(databaseUrl)).query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const env = {
    DATA_DIR: dataDir,
    PORT: String(PORT),
    LOG_LEVEL: 'silent',
    JWT_SECRET: randomBytes(48).toString('base64'),
    FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
    INDEX_KEY: randomBytes(32).toString('base64'),
    ...(databaseUrl && { DATABASE_URL: `${databaseUrl}/${name}` }),
  };
  const { sessionId, tokens } = await prepare(env, requests * (ROUNDS + 1));
  const server = fork(join(__dirname, 'server.js'), { env: { ...process.env, ...env } });
  await once(server, 'message');
  const base = `http://127.0.0.1:${PORT}/api`;
  const body = { seats: 1 };
  const noop = () => load({ url: `${base}/bench/noop`, conns, requests, body });
  const register = () =>
    load({
      url: `${base}/sessions/${sessionId}/registrations`,
      conns,
      requests,
      body,
      tokens: tokens.splice(0, requests),
    });
  await noop();
  await register();
  const noops: number[] = [];
  const registrations: number[] = [];
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    noops.push((await noop()).perSecond);
    const measured = await register();
    registrations.push(measured.perSecond);
    refused += measured.refused;
  }
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
  const ratio = median(registrations) / median(noops);
  return {
    case: 'registrations.hotSession',
    db,
    conns,
    ratio: Number(ratio.toFixed(3)),
    perSecond: Math.round(median(registrations)),
    noopPerSecond: Math.round(median(noops)),
    refused,
  };
}

/** A session with room for all, and as many residents with a token. */
async function prepare(
  env: Record<string, string>,
  residents: number,
): Promise<{ sessionId: string; tokens: string[] }> {
  const config = loadConfig(env);
  await migrate(config);
  const app = await createApp(config);
  const [ids, vault, tokens] = [app.get(Ids), app.get(Vault), app.get(AccessTokens)];
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const accounts = Array.from({ length: residents }, (_, i) => {
    const phone = `138${String(i).padStart(8, '0')}`;
    return {
      id: ids.next(),
      role: 'resident' as const,
      username: null,
      passwordHash: null,
      name: vault.seal('居民'),
      phone: vault.seal(phone),
      phoneIndex: vault.index('phone', phone),
      phoneLast4: phone.slice(-4),
      organizerId: null,
      disabledAt: null,
      createdAt: now,
    };
  });
  const sessionId = await app.get(Database).write(async (manager) => {
    const id = ids.next();
    await manager.insert(Organizer, {
      id,
      parentId: null,
      path: `/${id}/`,
      name: '压测',
      placeName: null,
      lng: null,
      lat: null,
      createdAt: now,
    });
    const caller = { id, role: 'district' as const, organizerId: id, path: `/${id}/` };
    const session = {
      venue: { name: '大厅', lng: 116, lat: 36.44 },
      startsAt: at(48),
      endsAt: at(50),
      mode: 'firstCome' as const,
      quotas: [{ name: '居民', capacity: 100_000 }],
    };
    const event = await app.get(EventWriter).create(manager, caller, { theme: '热门开放日', sessions: [session] }, now);
    await app.get(EventWriter).publish(manager, event, now);
    for (let i = 0; i < accounts.length; i += 500) await manager.insert(Account, accounts.slice(i, i + 500));
    return (await manager.findOneByOrFail(EventSession, { eventId: event.id })).id;
  });
  const signed = accounts.map(({ id }) => tokens.sign({ id, role: 'resident', organizerId: null, path: null }));
  await app.close();
  return { sessionId, tokens: signed };
}
