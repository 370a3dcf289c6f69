import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ConfigError, loadConfig } from '../../config';
import { dataSourceOptions } from '../../database/data-source';
import { Vault } from '../privacy/vault.service';
import { AuditChainReader } from './audit-chain.reader';

/** Proves that the configured database's audit log is as it was written: a line a fault, and 1 where there is one. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  // One transaction, one moment: a server may go on writing meanwhile.
  const { faults, sealed, open, head } = await source.transaction((manager) =>
    new AuditChainReader(new Vault(config)).prove(manager),
  );
  await source.destroy();
  for (const fault of faults) console.error(fault);
  console.info(faults.length ? `操作记录不符：${faults.length} 处` : '操作记录相符');
  console.info(`已封存 ${sealed} 条，待封存 ${open} 条，最后一批 ${head}`);
  process.exitCode = faults.length ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
