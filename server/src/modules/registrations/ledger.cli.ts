import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ConfigError, loadConfig } from '../../config';
import { dataSourceOptions } from '../../database/data-source';
import { doorFaults } from '../check-in/door-ledger.queries';
import { ledgerFaults } from './ledger.queries';

/** Proves that the configured database's counters and rows agree: a line a fault, and 1 where there is one. */
async function main(): Promise<void> {
  const source = await new DataSource(dataSourceOptions(loadConfig(process.env))).initialize();
  // One transaction, one moment: a server may go on registering meanwhile.
  const faults = await source.transaction(async (manager) => [
    ...(await ledgerFaults(manager)),
    ...(await doorFaults(manager)),
  ]);
  await source.destroy();
  for (const fault of faults) console.error(fault);
  console.info(faults.length ? `账目不符：${faults.length} 处` : '账目相符');
  process.exitCode = faults.length ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
