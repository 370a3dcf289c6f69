import 'reflect-metadata';
import './heap';
import { networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { collectDefaultMetrics } from 'prom-client';
import { createApp, listen } from './app';
import { ConfigError, loadConfig } from './config';
import { Database } from './database/database';
import { holdDataDir } from './database/embedded-lock';
import { migrate } from './database/migrate';
import { seedDemo } from './demo/seed';
import { demoSignIns } from './demo/sign-ins';
import { leave } from './http/leaving';
import { selfSigned } from './http/self-signed';
import { wrongKeys } from './operation/stored-keys';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  if (!config.databaseUrl) holdDataDir(config.dataDir);
  const migrated = await migrate(config);
  if (migrated.length) console.info(`数据库已更新：${migrated.length} 步`);
  const app = await createApp(config, config.https ? { https: await selfSigned(config.dataDir) } : {});
  const wrong = await wrongKeys(app.get(Database).read, config);
  if (wrong) throw new ConfigError([`${wrong.what}：${wrong.todo}`]);
  if (config.demo) await seedDemo(app);
  // A second signal ends it at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void leave(app, setTimeout(config.drainMs)).then(() => process.exit(), failed));
  collectDefaultMetrics();
  await listen(app, config.port, config.host);
  const address = (await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost');
  console.info(`OpenDay 开放日: ${address}`);
  // For trying with phones; in production there is a proxy in front, and a sandbox around.
  for (const ip of config.production ? [] : networkAddresses())
    console.info(`同一网络的手机: ${config.https ? 'https' : 'http'}://${ip}:${new URL(address).port}`);
  if (config.demo) console.info(demoSignIns(address));
}

/** This machine's IPv4 addresses that others on its network reach. */
function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

function failed(error: unknown): void {
  console.error(error instanceof ConfigError ? error.message : error);
  // What was already opened would keep the process alive: a port in use must end the start.
  process.exit(1);
}

main().catch(failed);
