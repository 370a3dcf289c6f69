import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from '../config';
import { embeddedFile } from '../database/data-source';
import { examineDatabase } from './database-doctor';
import { bad, type Finding, good, warning } from './finding';
import { newestBackup } from './newest-backup';

const GB = 1024 ** 3;
const HOUR_MS = 3_600_000;
/** A day, and two hours for a slow night. */
const BACKUP_HOURS = 26;
const OLDEST_NODE = 20;
const PATIENCE_MS = 5_000;

/** Everything that can be told about a set-up without changing it: a finding a line, worst not first but in this order. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const node = Number(process.versions.node.split('.')[0]);
  const found = [
    node >= OLDEST_NODE
      ? good(`Node ${process.versions.node}`)
      : bad(`Node ${process.versions.node} 太旧`, '装 Node 20.19 或更新的'),
  ];
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      ...found,
      ...error.problems.map((problem) => bad(`环境变量：${problem}`, '改好再来；见 docs/OPERATIONS.md')),
    ];
  }
  return [
    ...found,
    good(config.production ? '环境变量齐全' : '环境变量齐全（不是 production：密钥是自动生成的，只供试用）'),
    ...(await examineDatabase(config)),
    await disk(config),
    pages(config),
    config.metricsToken
      ? good('监控：/metrics 有令牌')
      : warning('没有 METRICS_TOKEN，/metrics 不开放', '生成一个写进环境，再让 Prometheus 带上它'),
    backups(config),
    ...(config.wechat ? [await wechat(config.wechat.api)] : []),
    await server(config),
  ];
}

async function disk({ dataDir }: Config): Promise<Finding> {
  if (!existsSync(dataDir)) return good(`${dataDir} 还没有，用不到`);
  const { bavail, bsize } = await statfs(dataDir);
  const left = (bavail * bsize) / GB;
  const said = `${dataDir} 所在的盘剩 ${left.toFixed(1)} GB`;
  if (left < 1) return bad(said, '马上腾地方：盘满了就不能报名。先删旧备份和旧日志');
  return left < 5 ? warning(said, '这几天腾出地方，或换大的盘') : good(said);
}

function pages({ h5Dir }: Config): Finding {
  if (!h5Dir) return warning('没有 H5_DIR，只有接口没有网页', '要网页就构建 h5，把 H5_DIR 指到 client/dist/h5');
  return existsSync(join(h5Dir, 'index.html'))
    ? good('网页已构建')
    : bad(`${h5Dir} 里没有 index.html`, '先 pnpm build h5，或改 H5_DIR');
}

function backups({ backupKey, backupDir }: Config): Finding {
  if (!backupKey)
    return warning('没有 BACKUP_KEY，不能备份', 'openssl rand -base64 32 生成，写进环境，另抄一份放到别处');
  if (!backupDir) return warning('没有 BACKUP_DIR，不知道备份在哪', '设成备份的目录，doctor 就会查最近一份有多旧');
  const last = newestBackup(backupDir);
  if (!last) return bad(`${backupDir} 里没有备份`, `pnpm backup ${backupDir}，再设成每晚自动做`);
  const hours = (Date.now() - last.madeAt) / HOUR_MS;
  return hours > BACKUP_HOURS
    ? bad(`最近的备份是 ${Math.floor(hours)} 小时前的`, '看定时任务的日志：systemctl status openday-backup')
    : good(`最近的备份：${last.name}`);
}

/** Any answer will do: what it says of the secret is in the log of who asks. */
async function wechat(api: string): Promise<Finding> {
  try {
    await fetch(api, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return good(`微信：${api} 连得上`);
  } catch {
    return bad(`微信：${api} 连不上`, '防火墙放行这台机器到它的 443 端口，核对 DNS');
  }
}

async function server({ port, https, databaseUrl, dataDir }: Config): Promise<Finding> {
  try {
    const answer = await fetch(`${https ? 'https' : 'http'}://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? good(`服务在 ${port} 端口，正常`) : bad(`服务在 ${port} 端口，但没准备好`, '看它的日志');
  } catch {
    const stored = databaseUrl ?? (existsSync(embeddedFile(dataDir)) ? dataDir : null);
    return warning(`${port} 端口没有服务应答`, stored ? '该开着的话：systemctl start openday' : '第一次启动时会建库');
  }
}
