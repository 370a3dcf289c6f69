import 'reflect-metadata';
import { loadConfig } from '../config';
import { restore } from './restore';

const USAGE = '用法：pnpm restore 备份文件   放回一份备份；MariaDB/MySQL 要先建好空库';

async function main([file, ...more]: string[]): Promise<void> {
  if (!file || more.length) throw new Error(USAGE);
  const { madeAt } = await restore(loadConfig(process.env), file);
  console.info(`放回了 ${madeAt} 的数据。接着：pnpm verify:ledger，pnpm run doctor，再启动`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
