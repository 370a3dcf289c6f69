import 'reflect-metadata';
import { dirname } from 'node:path';
import { loadConfig } from '../config';
import { journalOf } from '../modules/me/erasure-journal.writer';
import { eraseAgain } from './erase-again';
import { restore } from './restore';

const USAGE = `用法：pnpm restore 备份文件 [别的服务器的 erasures.log …]   放回一份备份，再删一遍之后删过的账号
MariaDB/MySQL 要先建好空库`;

async function main([file, ...journals]: string[]): Promise<void> {
  if (!file) throw new Error(USAGE);
  const config = loadConfig(process.env);
  const { madeAt } = await restore(config, file);
  const erased = await eraseAgain(config, [journalOf({ dataDir: dirname(file) }), ...journals]);
  console.info(`放回了 ${madeAt} 的数据，又删了 ${erased} 个之后删过的账号`);
  console.info('接着：pnpm verify:ledger，pnpm run doctor，再启动');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
