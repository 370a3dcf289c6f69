import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { loadConfig } from '../config';
import { holdDataDir } from '../database/embedded-lock';
import { eraseAgain } from './erase-again';

const USAGE = '用法：pnpm erase:again [别的服务器的 erasures.log …]   恢复备份以后，把之后删过的账号再删一遍';

async function main(journals: string[]): Promise<void> {
  const missing = journals.filter((file) => !existsSync(file));
  if (missing.length) throw new Error(`没有这个文件：${missing.join('、')}\n${USAGE}`);
  const config = loadConfig(process.env);
  if (!config.databaseUrl) holdDataDir(config.dataDir);
  console.info(`又删了 ${await eraseAgain(config, journals)} 个账号`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
