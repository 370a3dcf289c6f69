import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { databaseNow } from '../database/clock';
import { dataSourceOptions, embeddedFile } from '../database/data-source';
import { backAgain } from '../modules/me/erased.queries';
import { journalOf, readJournals } from '../modules/me/erasure-journal.writer';
import { Vault } from '../modules/privacy/vault.service';
import { bad, type Finding, good, warning } from './finding';
import { examineKeys } from './stored-keys';

/** Seconds the two clocks may differ. */
const CLOCK = { warning: 2, bad: 30 };
const OLDEST = { mariadb: '10.6', mysql: '8.0' };
/** Bytes: a batch of 500 registrations in one statement. */
const PACKET = 16 * 1024 * 1024;

/** What can be told about the database without changing it. */
export async function examineDatabase(config: Config): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(embeddedFile(config.dataDir)))
    return [warning(`${config.dataDir} 里还没有数据库`, '第一次启动时会建；不对就核对 DATA_DIR 和 DATABASE_URL')];
  const source = new DataSource(dataSourceOptions(config));
  try {
    await source.initialize();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [bad(`数据库连不上：${why}`, '数据库开着吗？DATABASE_URL 的地址、账号、密码对吗？防火墙放行了吗？')];
  }
  try {
    const stands = await schema(source);
    return [
      ...(config.databaseUrl ? await settings(source, config) : [await whole(source)]),
      stands,
      await clock(source),
      // One that is behind may lack columns this build reads.
      ...(stands.state === 'good'
        ? [...(await examineKeys(source.manager, config)), ...(await erased(source, config))]
        : []),
    ];
  } finally {
    await source.destroy();
  }
}

async function settings(source: DataSource, { databasePool }: Config): Promise<Finding[]> {
  const rows = (await source.query(
    `SHOW VARIABLES WHERE Variable_name IN ('version', 'innodb_flush_log_at_trx_commit', 'sync_binlog', 'log_bin',
     'max_connections', 'max_allowed_packet', 'wsrep_on', 'wsrep_sync_wait')`,
  )) as { Variable_name: string; Value: string }[];
  const of = Object.fromEntries(rows.map(({ Variable_name, Value }) => [Variable_name, Value]));
  const version = of.version ?? '';
  const oldest = /mariadb/i.test(version) ? OLDEST.mariadb : OLDEST.mysql;
  const found = [
    version.localeCompare(oldest, 'en', { numeric: true }) >= 0
      ? good(`数据库 ${version}`)
      : bad(`数据库 ${version} 太旧`, `升到 ${oldest} 或更新的`),
  ];
  if (of.innodb_flush_log_at_trx_commit !== '1')
    found.push(bad('数据库断电会丢报名', '在数据库设置里写 innodb_flush_log_at_trx_commit = 1'));
  if (of.log_bin === 'ON' && of.sync_binlog !== '1' && of.wsrep_on !== 'ON')
    found.push(warning('binlog 没有每次落盘，断电后从库可能缺数据', '在数据库设置里写 sync_binlog = 1'));
  if (Number(of.max_allowed_packet) < PACKET)
    found.push(bad('max_allowed_packet 太小，开抢时的一批写不下', '在数据库设置里写 max_allowed_packet = 64M'));
  if (Number(of.max_connections) < databasePool + 10)
    found.push(bad(`max_connections 只有 ${of.max_connections}`, '至少是 DATABASE_POOL × 服务台数 + 10'));
  if (of.wsrep_on === 'ON' && Number(of.wsrep_sync_wait) % 2 === 0)
    found.push(bad('Galera 换节点后会读到旧数据', '在每个节点的设置里写 wsrep_sync_wait = 1'));
  return found;
}

async function whole(source: DataSource): Promise<Finding> {
  const [row] = (await source.query('PRAGMA quick_check(1)')) as [{ quick_check: string }];
  return row.quick_check === 'ok'
    ? good('数据库文件完好')
    : bad(`数据库文件坏了：${row.quick_check}`, '停下服务，把这个目录整个另存一份，再从最近的备份恢复');
}

/** Reads only: asking TypeORM would make its table in an empty database. */
async function schema(source: DataSource): Promise<Finding> {
  const runner = source.createQueryRunner();
  const begun = await runner.hasTable('migrations');
  await runner.release();
  const ran = begun ? ((await source.query('SELECT name FROM migrations')) as { name: string }[]) : [];
  const known = new Set(source.migrations.map((one) => one.name ?? one.constructor.name));
  const newer = ran.filter(({ name }) => !known.has(name)).length;
  if (newer) return bad(`数据库比程序新 ${newer} 步`, '装回原来的版本，或装更新的；不要用旧程序写新库');
  const behind = known.size - ran.length;
  return behind
    ? warning(`数据库差 ${behind} 步更新`, '先备份；启动这个版本的服务时会自动做完')
    : good('数据库结构是最新的');
}

async function clock(source: DataSource): Promise<Finding> {
  const asked = Date.now();
  const there = await databaseNow(source.manager);
  const apart = Math.abs(there.getTime() - (asked + Date.now()) / 2) / 1000;
  const said = `本机的钟和数据库差 ${apart.toFixed(1)} 秒`;
  if (apart > CLOCK.bad) return bad(said, '两台机器都对时：timedatectl set-ntp true');
  return apart > CLOCK.warning ? warning(said, '两台机器都对时：timedatectl set-ntp true') : good(said);
}

/** Whoever was deleted and is there again came back with a backup. */
async function erased({ manager }: DataSource, config: Config): Promise<Finding[]> {
  const back = await backAgain(manager, new Vault(config), readJournals([journalOf(config)]));
  return back.length
    ? [bad(`${back.length} 个删掉的账号又在库里`, '恢复过备份？停下内置数据库的服务，pnpm erase:again')]
    : [];
}
