import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../config';
import { dataSourceOptions } from '../database/data-source';
import { Database } from '../database/database';
import { holdDataDir } from '../database/embedded-lock';
import { Vault } from '../modules/privacy/vault.service';
import { reindex, serversRunning } from './reindex';
import { reseal } from './reseal';
import { examineKeys } from './stored-keys';

const USAGE = `用法：pnpm keys           哪些密钥还在用
      pnpm keys rotate    把旧密钥封的重新用 FIELD_KEYS 最后一个封；服务可以开着（内置数据库要先停）
      pnpm keys reindex   按 INDEX_KEY 最后一个重做索引；要先停下所有服务
中断了再做一遍就接着做。步骤见 docs/OPERATIONS.md`;

const tell = (table: string, rows: number) => console.info(`${table}: ${rows}`);

const COMMANDS: Record<string, (database: Database, config: Config) => Promise<boolean>> = {
  async show(database, config) {
    const findings = await examineKeys(database.read, config);
    for (const { what, todo } of findings) console.info(todo ? `${what}\n  → ${todo}` : what);
    return findings.every(({ state }) => state !== 'bad');
  },
  async rotate(database, config) {
    const older = config.fieldKeys.slice(0, -1).map(({ id }) => id);
    const { rows, unopened } = await reseal(database, new Vault(config), older, tell);
    for (const row of unopened) console.error(`打不开：${row}`);
    console.info(`重新封了 ${rows} 行${unopened.length ? `，${unopened.length} 行打不开` : ''}`);
    return unopened.length === 0;
  },
  async reindex(database, config) {
    const running = await serversRunning(database);
    if (running) throw new Error(`还有 ${running} 台服务开着：都停下，一分钟后再来`);
    console.info(`重做了 ${await reindex(database, new Vault(config), tell)} 行的索引`);
    return true;
  },
};

async function main([command = 'show', ...more]: string[]): Promise<void> {
  const run = COMMANDS[command];
  if (!run || more.length) throw new Error(USAGE);
  const config = loadConfig(process.env);
  // The embedded database has one writer.
  if (!config.databaseUrl && command !== 'show') holdDataDir(config.dataDir);
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  // What is refused must not wait for connections that stay open.
  const well = await run(new Database(source, source), config).finally(() => source.destroy());
  process.exitCode = well ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
