import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { dataSourceOptions } from './data-source';

/** Brings the database to this version's schema; replicas that start together take turns. Returns what was run. */
export async function migrate(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  // The lock belongs to one connection, so it is taken and given back on the same one.
  const runner = source.createQueryRunner();
  try {
    if (config.databaseUrl) await runner.query("SELECT GET_LOCK('openday-migrate', 120)");
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map(({ name }) => name);
  } finally {
    if (config.databaseUrl) await runner.query("SELECT RELEASE_LOCK('openday-migrate')");
    await runner.release();
    await source.destroy();
  }
}
