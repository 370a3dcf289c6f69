import { DataSource, type QueryRunner } from 'typeorm';
import { type DatabaseConfig, dataSourceOptions } from './data-source';

/** Brings the database to this version's schema; replicas that start together take turns. Returns what was run. */
export async function migrate(config: DatabaseConfig): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  // The lock belongs to one connection, so it is taken and given back on the same one.
  const runner = source.createQueryRunner();
  try {
    if (config.databaseUrl) await takeTurn(runner);
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map(({ name }) => name);
  } finally {
    if (config.databaseUrl) await runner.query("SELECT RELEASE_LOCK('openday-migrate')");
    await runner.release();
    await source.destroy();
  }
}

/** Throws when another replica still migrates after two minutes: going on beside it would run each step twice. */
async function takeTurn(runner: QueryRunner): Promise<void> {
  const [row] = (await runner.query("SELECT GET_LOCK('openday-migrate', 120) AS taken")) as [{ taken: unknown }];
  if (Number(row.taken) !== 1) throw new Error('another replica is still migrating: start again when it is done');
}
